// Generated from crds/ by `npm run generate`; never edited.
export interface components {
    schemas: {
        /** @description A change to the object, as if it were applied. */
        "io.k8s.api.admissionregistration.v1.ApplyConfiguration": {
            /** @description CEL; gives what is applied, as Object{...}. */
            expression?: string;
        };
        "io.k8s.api.admissionregistration.v1.AuditAnnotation": {
            key: string;
            valueExpression: string;
        };
        "io.k8s.api.admissionregistration.v1.ExpressionWarning": {
            fieldRef: string;
            warning: string;
        };
        /** @description A change to the object as a JSON patch. */
        "io.k8s.api.admissionregistration.v1.JSONPatch": {
            /** @description CEL; gives a list of JSONPatch{...} operations. */
            expression?: string;
        };
        "io.k8s.api.admissionregistration.v1.MatchCondition": {
            name: string;
            expression: string;
        };
        "io.k8s.api.admissionregistration.v1.MatchResources": {
            namespaceSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            objectSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            resourceRules?: components["schemas"]["io.k8s.api.admissionregistration.v1.NamedRuleWithOperations"][];
            excludeResourceRules?: components["schemas"]["io.k8s.api.admissionregistration.v1.NamedRuleWithOperations"][];
            /** @enum {string} */
            matchPolicy?: "Equivalent" | "Exact";
        };
        /** @description Changes objects on their way in, by expressions. */
        "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicy": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec"];
        };
        /** @description Says where a mutating policy holds, and with which parameters. */
        "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBinding": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBindingSpec"];
        };
        /** @description Which policy holds, where, and with what parameters. */
        "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBindingSpec": {
            /** @description The MutatingAdmissionPolicy. */
            policyName?: string;
            paramRef?: components["schemas"]["io.k8s.api.admissionregistration.v1.ParamRef"];
            matchResources?: components["schemas"]["io.k8s.api.admissionregistration.v1.MatchResources"];
        };
        /** @description What the policy changes, and when. */
        "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec": {
            paramKind?: components["schemas"]["io.k8s.api.admissionregistration.v1.ParamKind"];
            matchConstraints?: components["schemas"]["io.k8s.api.admissionregistration.v1.MatchResources"];
            /** @description Named expressions that the others can use, in order. */
            variables?: components["schemas"]["io.k8s.api.admissionregistration.v1.Variable"][];
            /** @description The changes, in order. */
            mutations?: components["schemas"]["io.k8s.api.admissionregistration.v1.Mutation"][];
            /**
             * @description Whether a request is refused or let through when an expression fails: Fail or Ignore.
             * @enum {string}
             */
            failurePolicy?: "Fail" | "Ignore";
            /** @description CEL; all must be true for the policy to look at a request. */
            matchConditions?: components["schemas"]["io.k8s.api.admissionregistration.v1.MatchCondition"][];
            /**
             * @description Whether the policy is asked again when others have changed the object after it: Never or IfNeeded.
             * @enum {string}
             */
            reinvocationPolicy?: "IfNeeded" | "Never";
        };
        "io.k8s.api.admissionregistration.v1.MutatingWebhook": {
            name: string;
            clientConfig: components["schemas"]["io.k8s.api.admissionregistration.v1.WebhookClientConfig"];
            rules?: components["schemas"]["io.k8s.api.admissionregistration.v1.RuleWithOperations"][];
            /** @enum {string} */
            failurePolicy?: "Fail" | "Ignore";
            /** @enum {string} */
            matchPolicy?: "Equivalent" | "Exact";
            namespaceSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            objectSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            /** @enum {string} */
            sideEffects: "None" | "NoneOnDryRun" | "Some" | "Unknown";
            timeoutSeconds?: number;
            admissionReviewVersions: string[];
            /** @enum {string} */
            reinvocationPolicy?: "IfNeeded" | "Never";
            matchConditions?: components["schemas"]["io.k8s.api.admissionregistration.v1.MatchCondition"][];
        };
        /** @description Services that change objects on their way in. */
        "io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            webhooks?: components["schemas"]["io.k8s.api.admissionregistration.v1.MutatingWebhook"][];
        };
        /** @description One change. */
        "io.k8s.api.admissionregistration.v1.Mutation": {
            /**
             * @description ApplyConfiguration or JSONPatch.
             * @enum {string}
             */
            patchType: "ApplyConfiguration" | "JSONPatch";
            /** @description The change, when it is applied. */
            applyConfiguration?: components["schemas"]["io.k8s.api.admissionregistration.v1.ApplyConfiguration"];
            /** @description The change, when it is a JSON patch. */
            jsonPatch?: components["schemas"]["io.k8s.api.admissionregistration.v1.JSONPatch"];
        };
        "io.k8s.api.admissionregistration.v1.NamedRuleWithOperations": {
            resourceNames?: string[];
            operations?: ("*" | "CONNECT" | "CREATE" | "DELETE" | "UPDATE")[];
            apiGroups?: string[];
            apiVersions?: string[];
            resources?: string[];
            /** @enum {string} */
            scope?: "*" | "Cluster" | "Namespaced";
        };
        "io.k8s.api.admissionregistration.v1.ParamKind": {
            apiVersion?: string;
            kind?: string;
        };
        "io.k8s.api.admissionregistration.v1.ParamRef": {
            name?: string;
            namespace?: string;
            selector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            parameterNotFoundAction?: string;
        };
        "io.k8s.api.admissionregistration.v1.RuleWithOperations": {
            operations?: ("*" | "CONNECT" | "CREATE" | "DELETE" | "UPDATE")[];
            apiGroups?: string[];
            apiVersions?: string[];
            resources?: string[];
            /** @enum {string} */
            scope?: "*" | "Cluster" | "Namespaced";
        };
        "io.k8s.api.admissionregistration.v1.ServiceReference": {
            namespace: string;
            name: string;
            path?: string;
            port?: number;
        };
        "io.k8s.api.admissionregistration.v1.TypeChecking": {
            expressionWarnings?: components["schemas"]["io.k8s.api.admissionregistration.v1.ExpressionWarning"][];
        };
        /** @description Refuses objects on their way in, by expressions. */
        "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus"];
        };
        /** @description Says where a validating policy holds, and with which parameters. */
        "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec"];
        };
        "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec": {
            policyName: string;
            paramRef?: components["schemas"]["io.k8s.api.admissionregistration.v1.ParamRef"];
            matchResources?: components["schemas"]["io.k8s.api.admissionregistration.v1.MatchResources"];
            validationActions: ("Audit" | "Deny" | "Warn")[];
        };
        "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec": {
            paramKind?: components["schemas"]["io.k8s.api.admissionregistration.v1.ParamKind"];
            matchConstraints?: components["schemas"]["io.k8s.api.admissionregistration.v1.MatchResources"];
            validations?: components["schemas"]["io.k8s.api.admissionregistration.v1.Validation"][];
            /** @enum {string} */
            failurePolicy?: "Fail" | "Ignore";
            auditAnnotations?: components["schemas"]["io.k8s.api.admissionregistration.v1.AuditAnnotation"][];
            matchConditions?: components["schemas"]["io.k8s.api.admissionregistration.v1.MatchCondition"][];
            variables?: components["schemas"]["io.k8s.api.admissionregistration.v1.Variable"][];
        };
        "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus": {
            observedGeneration?: number;
            typeChecking?: components["schemas"]["io.k8s.api.admissionregistration.v1.TypeChecking"];
            conditions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Condition"][];
        };
        "io.k8s.api.admissionregistration.v1.ValidatingWebhook": {
            name: string;
            clientConfig: components["schemas"]["io.k8s.api.admissionregistration.v1.WebhookClientConfig"];
            rules?: components["schemas"]["io.k8s.api.admissionregistration.v1.RuleWithOperations"][];
            /** @enum {string} */
            failurePolicy?: "Fail" | "Ignore";
            /** @enum {string} */
            matchPolicy?: "Equivalent" | "Exact";
            namespaceSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            objectSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            /** @enum {string} */
            sideEffects: "None" | "NoneOnDryRun" | "Some" | "Unknown";
            timeoutSeconds?: number;
            admissionReviewVersions: string[];
            matchConditions?: components["schemas"]["io.k8s.api.admissionregistration.v1.MatchCondition"][];
        };
        /** @description Services that may refuse objects on their way in. */
        "io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            webhooks?: components["schemas"]["io.k8s.api.admissionregistration.v1.ValidatingWebhook"][];
        };
        "io.k8s.api.admissionregistration.v1.Validation": {
            expression: string;
            message?: string;
            reason?: string;
            messageExpression?: string;
        };
        "io.k8s.api.admissionregistration.v1.Variable": {
            name: string;
            expression: string;
        };
        "io.k8s.api.admissionregistration.v1.WebhookClientConfig": {
            url?: string;
            service?: components["schemas"]["io.k8s.api.admissionregistration.v1.ServiceReference"];
            caBundle?: string;
        };
        /** @description A state of a workload, kept so that it can be gone back to. */
        "io.k8s.api.apps.v1.ControllerRevision": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            data?: components["schemas"]["io.k8s.apimachinery.pkg.runtime.RawExtension"];
            revision: number;
        };
        /** @description Runs one pod on each node. */
        "io.k8s.api.apps.v1.DaemonSet": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.apps.v1.DaemonSetSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.apps.v1.DaemonSetStatus"];
        };
        "io.k8s.api.apps.v1.DaemonSetCondition": {
            type: string;
            status: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.apps.v1.DaemonSetSpec": {
            /** @description Which pods are the DaemonSet's. */
            selector: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            /** @description What the pods are. */
            template: components["schemas"]["io.k8s.api.core.v1.PodTemplateSpec"];
            /** @description How pods are replaced. */
            updateStrategy?: components["schemas"]["io.k8s.api.apps.v1.DaemonSetUpdateStrategy"];
            /** @description Time a pod must be ready before it counts as available. */
            minReadySeconds?: number;
            /** @description How many old revisions are kept. */
            revisionHistoryLimit?: number;
        };
        "io.k8s.api.apps.v1.DaemonSetStatus": {
            currentNumberScheduled: number;
            numberMisscheduled: number;
            desiredNumberScheduled: number;
            numberReady: number;
            observedGeneration?: number;
            updatedNumberScheduled?: number;
            numberAvailable?: number;
            numberUnavailable?: number;
            collisionCount?: number;
            conditions?: components["schemas"]["io.k8s.api.apps.v1.DaemonSetCondition"][];
        };
        "io.k8s.api.apps.v1.DaemonSetUpdateStrategy": {
            /** @enum {string} */
            type?: "OnDelete" | "RollingUpdate";
            rollingUpdate?: components["schemas"]["io.k8s.api.apps.v1.RollingUpdateDaemonSet"];
        };
        /** @description Keeps a number of like pods running, and moves them to a new template step by step. */
        "io.k8s.api.apps.v1.Deployment": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.apps.v1.DeploymentSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.apps.v1.DeploymentStatus"];
        };
        "io.k8s.api.apps.v1.DeploymentCondition": {
            type: string;
            status: string;
            lastUpdateTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.apps.v1.DeploymentSpec": {
            /** @description How many pods are wanted. */
            replicas?: number;
            /** @description Which pods are the Deployment's; must match the template's labels. */
            selector: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            /** @description What the pods are. */
            template: components["schemas"]["io.k8s.api.core.v1.PodTemplateSpec"];
            /** @description How pods are replaced by ones of a new template. */
            strategy?: components["schemas"]["io.k8s.api.apps.v1.DeploymentStrategy"];
            /** @description Time a pod must be ready before it counts as available. */
            minReadySeconds?: number;
            /** @description How many old ReplicaSets are kept to go back to. */
            revisionHistoryLimit?: number;
            /** @description True: template changes wait. */
            paused?: boolean;
            /** @description Time without progress after which a rollout counts as failed. */
            progressDeadlineSeconds?: number;
        };
        "io.k8s.api.apps.v1.DeploymentStatus": {
            /** @description The generation that the other members speak of. */
            observedGeneration?: number;
            /** @description Pods there are. */
            replicas?: number;
            /** @description Pods of the newest template. */
            updatedReplicas?: number;
            /** @description Pods that are ready. */
            readyReplicas?: number;
            /** @description Pods that are available. */
            availableReplicas?: number;
            /** @description Pods that are missing. */
            unavailableReplicas?: number;
            /** @description Pods that are ending. */
            terminatingReplicas?: number;
            /** @description What is true of the Deployment. */
            conditions?: components["schemas"]["io.k8s.api.apps.v1.DeploymentCondition"][];
            /** @description How often a name was taken. */
            collisionCount?: number;
        };
        "io.k8s.api.apps.v1.DeploymentStrategy": {
            /**
             * @description RollingUpdate: step by step. Recreate: all old pods end first.
             * @enum {string}
             */
            type?: "Recreate" | "RollingUpdate";
            /** @description How large the steps are. */
            rollingUpdate?: components["schemas"]["io.k8s.api.apps.v1.RollingUpdateDeployment"];
        };
        /** @description Keeps a number of like pods running. */
        "io.k8s.api.apps.v1.ReplicaSet": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.apps.v1.ReplicaSetSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.apps.v1.ReplicaSetStatus"];
        };
        "io.k8s.api.apps.v1.ReplicaSetCondition": {
            type: string;
            status: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.apps.v1.ReplicaSetSpec": {
            /** @description How many pods are wanted. */
            replicas?: number;
            /** @description Time a pod must be ready before it counts as available. */
            minReadySeconds?: number;
            /** @description Which pods are the ReplicaSet's. */
            selector: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            /** @description What the pods are. */
            template?: components["schemas"]["io.k8s.api.core.v1.PodTemplateSpec"];
        };
        "io.k8s.api.apps.v1.ReplicaSetStatus": {
            replicas: number;
            fullyLabeledReplicas?: number;
            readyReplicas?: number;
            availableReplicas?: number;
            terminatingReplicas?: number;
            observedGeneration?: number;
            conditions?: components["schemas"]["io.k8s.api.apps.v1.ReplicaSetCondition"][];
        };
        "io.k8s.api.apps.v1.RollingUpdateDaemonSet": {
            maxUnavailable?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
            maxSurge?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
        };
        "io.k8s.api.apps.v1.RollingUpdateDeployment": {
            /** @description How many pods may be missing, as a number or a percentage. */
            maxUnavailable?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
            /** @description How many more pods there may be, as a number or a percentage. */
            maxSurge?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
        };
        "io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy": {
            partition?: number;
            maxUnavailable?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
        };
        /** @description Keeps pods running that have names and volumes of their own. */
        "io.k8s.api.apps.v1.StatefulSet": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.apps.v1.StatefulSetSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.apps.v1.StatefulSetStatus"];
        };
        "io.k8s.api.apps.v1.StatefulSetCondition": {
            type: string;
            status: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.apps.v1.StatefulSetOrdinals": {
            start?: number;
        };
        "io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy": {
            whenDeleted?: string;
            whenScaled?: string;
        };
        "io.k8s.api.apps.v1.StatefulSetSpec": {
            /** @description How many pods are wanted. */
            replicas?: number;
            /** @description Which pods are the StatefulSet's. */
            selector: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            /** @description What the pods are. */
            template: components["schemas"]["io.k8s.api.core.v1.PodTemplateSpec"];
            /** @description Claims that each pod gets of its own. */
            volumeClaimTemplates?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeClaim"][];
            /** @description Service that gives the pods their names. */
            serviceName?: string;
            /**
             * @description One after the other, or all at once.
             * @enum {string}
             */
            podManagementPolicy?: "OrderedReady" | "Parallel";
            /** @description How pods are replaced. */
            updateStrategy?: components["schemas"]["io.k8s.api.apps.v1.StatefulSetUpdateStrategy"];
            /** @description How many old revisions are kept. */
            revisionHistoryLimit?: number;
            /** @description Time a pod must be ready before it counts as available. */
            minReadySeconds?: number;
            /** @description What becomes of claims. */
            persistentVolumeClaimRetentionPolicy?: components["schemas"]["io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy"];
            /** @description How the pods are numbered. */
            ordinals?: components["schemas"]["io.k8s.api.apps.v1.StatefulSetOrdinals"];
        };
        "io.k8s.api.apps.v1.StatefulSetStatus": {
            observedGeneration?: number;
            replicas: number;
            readyReplicas?: number;
            currentReplicas?: number;
            updatedReplicas?: number;
            currentRevision?: string;
            updateRevision?: string;
            collisionCount?: number;
            conditions?: components["schemas"]["io.k8s.api.apps.v1.StatefulSetCondition"][];
            availableReplicas?: number;
        };
        "io.k8s.api.apps.v1.StatefulSetUpdateStrategy": {
            /** @enum {string} */
            type?: "OnDelete" | "RollingUpdate";
            rollingUpdate?: components["schemas"]["io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy"];
        };
        "io.k8s.api.authentication.v1.BoundObjectReference": {
            kind?: string;
            apiVersion?: string;
            name?: string;
            uid?: string;
        };
        /** @description Tells who the request comes from. */
        "io.k8s.api.authentication.v1.SelfSubjectReview": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.authentication.v1.SelfSubjectReviewStatus"];
        };
        "io.k8s.api.authentication.v1.SelfSubjectReviewStatus": {
            userInfo?: components["schemas"]["io.k8s.api.authentication.v1.UserInfo"];
        };
        "io.k8s.api.authentication.v1.TokenRequest": {
            kind?: string;
            apiVersion?: string;
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            spec?: components["schemas"]["io.k8s.api.authentication.v1.TokenRequestSpec"];
            status?: components["schemas"]["io.k8s.api.authentication.v1.TokenRequestStatus"];
        };
        "io.k8s.api.authentication.v1.TokenRequestSpec": {
            audiences?: string[];
            expirationSeconds?: number;
            boundObjectRef?: components["schemas"]["io.k8s.api.authentication.v1.BoundObjectReference"];
        };
        "io.k8s.api.authentication.v1.TokenRequestStatus": {
            token?: string;
            expirationTimestamp?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
        };
        /** @description Tells whose a token is. */
        "io.k8s.api.authentication.v1.TokenReview": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.authentication.v1.TokenReviewSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.authentication.v1.TokenReviewStatus"];
        };
        "io.k8s.api.authentication.v1.TokenReviewSpec": {
            token: string;
            audiences?: string[];
        };
        "io.k8s.api.authentication.v1.TokenReviewStatus": {
            authenticated?: boolean;
            user?: components["schemas"]["io.k8s.api.authentication.v1.UserInfo"];
            audiences?: string[];
            error?: string;
        };
        "io.k8s.api.authentication.v1.UserInfo": {
            username?: string;
            uid?: string;
            groups?: string[];
            extra?: {
                [key: string]: string[];
            };
        };
        "io.k8s.api.authorization.v1.FieldSelectorAttributes": {
            rawSelector?: string;
            requirements?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement"][];
        };
        "io.k8s.api.authorization.v1.LabelSelectorAttributes": {
            rawSelector?: string;
            requirements?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement"][];
        };
        /** @description Tells whether somebody may do something in one namespace. */
        "io.k8s.api.authorization.v1.LocalSubjectAccessReview": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.authorization.v1.SubjectAccessReviewSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.authorization.v1.SubjectAccessReviewStatus"];
        };
        "io.k8s.api.authorization.v1.NonResourceAttributes": {
            path?: string;
            verb?: string;
        };
        "io.k8s.api.authorization.v1.NonResourceRule": {
            verbs: string[];
            nonResourceURLs?: string[];
        };
        "io.k8s.api.authorization.v1.ResourceAttributes": {
            namespace?: string;
            verb?: string;
            group?: string;
            version?: string;
            resource?: string;
            subresource?: string;
            name?: string;
            fieldSelector?: components["schemas"]["io.k8s.api.authorization.v1.FieldSelectorAttributes"];
            labelSelector?: components["schemas"]["io.k8s.api.authorization.v1.LabelSelectorAttributes"];
        };
        "io.k8s.api.authorization.v1.ResourceRule": {
            verbs: string[];
            apiGroups?: string[];
            resources?: string[];
            resourceNames?: string[];
        };
        /** @description Tells whether the sender may do something. */
        "io.k8s.api.authorization.v1.SelfSubjectAccessReview": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.authorization.v1.SelfSubjectAccessReviewSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.authorization.v1.SubjectAccessReviewStatus"];
        };
        "io.k8s.api.authorization.v1.SelfSubjectAccessReviewSpec": {
            resourceAttributes?: components["schemas"]["io.k8s.api.authorization.v1.ResourceAttributes"];
            nonResourceAttributes?: components["schemas"]["io.k8s.api.authorization.v1.NonResourceAttributes"];
        };
        /** @description Lists what the sender may do in a namespace. */
        "io.k8s.api.authorization.v1.SelfSubjectRulesReview": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.authorization.v1.SelfSubjectRulesReviewSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.authorization.v1.SubjectRulesReviewStatus"];
        };
        "io.k8s.api.authorization.v1.SelfSubjectRulesReviewSpec": {
            namespace?: string;
        };
        /** @description Tells whether somebody may do something. */
        "io.k8s.api.authorization.v1.SubjectAccessReview": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.authorization.v1.SubjectAccessReviewSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.authorization.v1.SubjectAccessReviewStatus"];
        };
        "io.k8s.api.authorization.v1.SubjectAccessReviewSpec": {
            resourceAttributes?: components["schemas"]["io.k8s.api.authorization.v1.ResourceAttributes"];
            nonResourceAttributes?: components["schemas"]["io.k8s.api.authorization.v1.NonResourceAttributes"];
            user?: string;
            groups?: string[];
            extra?: {
                [key: string]: string[];
            };
            uid?: string;
        };
        "io.k8s.api.authorization.v1.SubjectAccessReviewStatus": {
            allowed: boolean;
            denied?: boolean;
            reason?: string;
            evaluationError?: string;
        };
        "io.k8s.api.authorization.v1.SubjectRulesReviewStatus": {
            resourceRules: components["schemas"]["io.k8s.api.authorization.v1.ResourceRule"][];
            nonResourceRules: components["schemas"]["io.k8s.api.authorization.v1.NonResourceRule"][];
            incomplete: boolean;
            evaluationError?: string;
        };
        "io.k8s.api.autoscaling.v1.CrossVersionObjectReference": {
            kind: string;
            name: string;
            apiVersion?: string;
        };
        /** @description Changes the number of pods of a workload by what metrics say. */
        "io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerStatus"];
        };
        "io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec": {
            scaleTargetRef: components["schemas"]["io.k8s.api.autoscaling.v1.CrossVersionObjectReference"];
            minReplicas?: number;
            maxReplicas: number;
            targetCPUUtilizationPercentage?: number;
        };
        "io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerStatus": {
            observedGeneration?: number;
            lastScaleTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            currentReplicas: number;
            desiredReplicas: number;
            currentCPUUtilizationPercentage?: number;
        };
        "io.k8s.api.autoscaling.v1.Scale": {
            kind?: string;
            apiVersion?: string;
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            spec?: components["schemas"]["io.k8s.api.autoscaling.v1.ScaleSpec"];
            status?: components["schemas"]["io.k8s.api.autoscaling.v1.ScaleStatus"];
        };
        "io.k8s.api.autoscaling.v1.ScaleSpec": {
            replicas?: number;
        };
        "io.k8s.api.autoscaling.v1.ScaleStatus": {
            replicas: number;
            selector?: string;
        };
        "io.k8s.api.autoscaling.v2.ContainerResourceMetricSource": {
            name: string;
            target: components["schemas"]["io.k8s.api.autoscaling.v2.MetricTarget"];
            container: string;
        };
        "io.k8s.api.autoscaling.v2.ContainerResourceMetricStatus": {
            name: string;
            current: components["schemas"]["io.k8s.api.autoscaling.v2.MetricValueStatus"];
            container: string;
        };
        "io.k8s.api.autoscaling.v2.CrossVersionObjectReference": {
            kind: string;
            name: string;
            apiVersion?: string;
        };
        "io.k8s.api.autoscaling.v2.ExternalMetricSource": {
            metric: components["schemas"]["io.k8s.api.autoscaling.v2.MetricIdentifier"];
            target: components["schemas"]["io.k8s.api.autoscaling.v2.MetricTarget"];
        };
        "io.k8s.api.autoscaling.v2.ExternalMetricStatus": {
            metric: components["schemas"]["io.k8s.api.autoscaling.v2.MetricIdentifier"];
            current: components["schemas"]["io.k8s.api.autoscaling.v2.MetricValueStatus"];
        };
        "io.k8s.api.autoscaling.v2.HPAScalingPolicy": {
            type: string;
            value: number;
            periodSeconds: number;
        };
        "io.k8s.api.autoscaling.v2.HPAScalingRules": {
            stabilizationWindowSeconds?: number;
            selectPolicy?: string;
            policies?: components["schemas"]["io.k8s.api.autoscaling.v2.HPAScalingPolicy"][];
            tolerance?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
        };
        /** @description Changes the number of pods of a workload by what metrics say. */
        "io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus"];
        };
        "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerBehavior": {
            scaleUp?: components["schemas"]["io.k8s.api.autoscaling.v2.HPAScalingRules"];
            scaleDown?: components["schemas"]["io.k8s.api.autoscaling.v2.HPAScalingRules"];
        };
        "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerCondition": {
            type: string;
            status: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec": {
            scaleTargetRef: components["schemas"]["io.k8s.api.autoscaling.v2.CrossVersionObjectReference"];
            minReplicas?: number;
            maxReplicas: number;
            metrics?: components["schemas"]["io.k8s.api.autoscaling.v2.MetricSpec"][];
            behavior?: components["schemas"]["io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerBehavior"];
        };
        "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus": {
            observedGeneration?: number;
            lastScaleTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            currentReplicas?: number;
            desiredReplicas: number;
            currentMetrics?: components["schemas"]["io.k8s.api.autoscaling.v2.MetricStatus"][];
            conditions?: components["schemas"]["io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerCondition"][];
        };
        "io.k8s.api.autoscaling.v2.MetricIdentifier": {
            name: string;
            selector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
        };
        "io.k8s.api.autoscaling.v2.MetricSpec": {
            type: string;
            object?: components["schemas"]["io.k8s.api.autoscaling.v2.ObjectMetricSource"];
            pods?: components["schemas"]["io.k8s.api.autoscaling.v2.PodsMetricSource"];
            resource?: components["schemas"]["io.k8s.api.autoscaling.v2.ResourceMetricSource"];
            containerResource?: components["schemas"]["io.k8s.api.autoscaling.v2.ContainerResourceMetricSource"];
            external?: components["schemas"]["io.k8s.api.autoscaling.v2.ExternalMetricSource"];
        };
        "io.k8s.api.autoscaling.v2.MetricStatus": {
            type: string;
            object?: components["schemas"]["io.k8s.api.autoscaling.v2.ObjectMetricStatus"];
            pods?: components["schemas"]["io.k8s.api.autoscaling.v2.PodsMetricStatus"];
            resource?: components["schemas"]["io.k8s.api.autoscaling.v2.ResourceMetricStatus"];
            containerResource?: components["schemas"]["io.k8s.api.autoscaling.v2.ContainerResourceMetricStatus"];
            external?: components["schemas"]["io.k8s.api.autoscaling.v2.ExternalMetricStatus"];
        };
        "io.k8s.api.autoscaling.v2.MetricTarget": {
            type: string;
            value?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            averageValue?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            averageUtilization?: number;
        };
        "io.k8s.api.autoscaling.v2.MetricValueStatus": {
            value?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            averageValue?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            averageUtilization?: number;
        };
        "io.k8s.api.autoscaling.v2.ObjectMetricSource": {
            describedObject: components["schemas"]["io.k8s.api.autoscaling.v2.CrossVersionObjectReference"];
            target: components["schemas"]["io.k8s.api.autoscaling.v2.MetricTarget"];
            metric: components["schemas"]["io.k8s.api.autoscaling.v2.MetricIdentifier"];
        };
        "io.k8s.api.autoscaling.v2.ObjectMetricStatus": {
            metric: components["schemas"]["io.k8s.api.autoscaling.v2.MetricIdentifier"];
            current: components["schemas"]["io.k8s.api.autoscaling.v2.MetricValueStatus"];
            describedObject: components["schemas"]["io.k8s.api.autoscaling.v2.CrossVersionObjectReference"];
        };
        "io.k8s.api.autoscaling.v2.PodsMetricSource": {
            metric: components["schemas"]["io.k8s.api.autoscaling.v2.MetricIdentifier"];
            target: components["schemas"]["io.k8s.api.autoscaling.v2.MetricTarget"];
        };
        "io.k8s.api.autoscaling.v2.PodsMetricStatus": {
            metric: components["schemas"]["io.k8s.api.autoscaling.v2.MetricIdentifier"];
            current: components["schemas"]["io.k8s.api.autoscaling.v2.MetricValueStatus"];
        };
        "io.k8s.api.autoscaling.v2.ResourceMetricSource": {
            name: string;
            target: components["schemas"]["io.k8s.api.autoscaling.v2.MetricTarget"];
        };
        "io.k8s.api.autoscaling.v2.ResourceMetricStatus": {
            name: string;
            current: components["schemas"]["io.k8s.api.autoscaling.v2.MetricValueStatus"];
        };
        /** @description Starts a job at given times. */
        "io.k8s.api.batch.v1.CronJob": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.batch.v1.CronJobSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.batch.v1.CronJobStatus"];
        };
        "io.k8s.api.batch.v1.CronJobSpec": {
            /** @description When it runs: minute, hour, day, month, weekday. */
            schedule: string;
            /** @description Time zone of the schedule. */
            timeZone?: string;
            /** @description How late a start may be. */
            startingDeadlineSeconds?: number;
            /**
             * @description What happens when the last job still runs.
             * @enum {string}
             */
            concurrencyPolicy?: "Allow" | "Forbid" | "Replace";
            /** @description True: no jobs are started. */
            suspend?: boolean;
            /** @description What the jobs are. */
            jobTemplate: components["schemas"]["io.k8s.api.batch.v1.JobTemplateSpec"];
            /** @description How many succeeded jobs are kept. */
            successfulJobsHistoryLimit?: number;
            /** @description How many failed jobs are kept. */
            failedJobsHistoryLimit?: number;
        };
        "io.k8s.api.batch.v1.CronJobStatus": {
            active?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"][];
            lastScheduleTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            lastSuccessfulTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
        };
        /** @description Runs pods until so many have succeeded. */
        "io.k8s.api.batch.v1.Job": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.batch.v1.JobSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.batch.v1.JobStatus"];
        };
        "io.k8s.api.batch.v1.JobCondition": {
            type: string;
            status: string;
            lastProbeTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.batch.v1.JobSpec": {
            /** @description How many pods run at a time. */
            parallelism?: number;
            /** @description How many pods must succeed. */
            completions?: number;
            /** @description The longest the job may take. */
            activeDeadlineSeconds?: number;
            /** @description What failures of pods lead to. */
            podFailurePolicy?: components["schemas"]["io.k8s.api.batch.v1.PodFailurePolicy"];
            /** @description When the job has succeeded. */
            successPolicy?: components["schemas"]["io.k8s.api.batch.v1.SuccessPolicy"];
            /** @description How many failures are put up with. */
            backoffLimit?: number;
            backoffLimitPerIndex?: number;
            maxFailedIndexes?: number;
            /** @description Which pods are the job's; filled by the server. */
            selector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            /** @description True: the selector is the person's. */
            manualSelector?: boolean;
            /** @description What the pods are. */
            template: components["schemas"]["io.k8s.api.core.v1.PodTemplateSpec"];
            /** @description Time after which a finished job is deleted. */
            ttlSecondsAfterFinished?: number;
            /**
             * @description NonIndexed, or Indexed: each pod has a number.
             * @enum {string}
             */
            completionMode?: "Indexed" | "NonIndexed";
            /** @description True: no pods run. */
            suspend?: boolean;
            /** @enum {string} */
            podReplacementPolicy?: "Failed" | "TerminatingOrFailed";
            managedBy?: string;
        };
        "io.k8s.api.batch.v1.JobStatus": {
            conditions?: components["schemas"]["io.k8s.api.batch.v1.JobCondition"][];
            startTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            completionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            active?: number;
            succeeded?: number;
            failed?: number;
            terminating?: number;
            completedIndexes?: string;
            failedIndexes?: string;
            uncountedTerminatedPods?: components["schemas"]["io.k8s.api.batch.v1.UncountedTerminatedPods"];
            ready?: number;
        };
        "io.k8s.api.batch.v1.JobTemplateSpec": {
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            spec?: components["schemas"]["io.k8s.api.batch.v1.JobSpec"];
        };
        "io.k8s.api.batch.v1.PodFailurePolicy": {
            rules: components["schemas"]["io.k8s.api.batch.v1.PodFailurePolicyRule"][];
        };
        "io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement": {
            containerName?: string;
            /** @enum {string} */
            operator: "In" | "NotIn";
            values: number[];
        };
        "io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern": {
            type: string;
            status?: string;
        };
        "io.k8s.api.batch.v1.PodFailurePolicyRule": {
            /** @enum {string} */
            action: "Count" | "FailIndex" | "FailJob" | "Ignore";
            onExitCodes?: components["schemas"]["io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement"];
            onPodConditions?: components["schemas"]["io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern"][];
        };
        "io.k8s.api.batch.v1.SuccessPolicy": {
            rules: components["schemas"]["io.k8s.api.batch.v1.SuccessPolicyRule"][];
        };
        "io.k8s.api.batch.v1.SuccessPolicyRule": {
            succeededIndexes?: string;
            succeededCount?: number;
        };
        "io.k8s.api.batch.v1.UncountedTerminatedPods": {
            succeeded?: string[];
            failed?: string[];
        };
        /** @description Asks a signer for a certificate. */
        "io.k8s.api.certificates.v1.CertificateSigningRequest": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.certificates.v1.CertificateSigningRequestSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.certificates.v1.CertificateSigningRequestStatus"];
        };
        "io.k8s.api.certificates.v1.CertificateSigningRequestCondition": {
            type: string;
            status: string;
            reason?: string;
            message?: string;
            lastUpdateTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
        };
        "io.k8s.api.certificates.v1.CertificateSigningRequestSpec": {
            request: string;
            signerName: string;
            expirationSeconds?: number;
            usages?: ("any" | "cert sign" | "client auth" | "code signing" | "content commitment" | "crl sign" | "data encipherment" | "decipher only" | "digital signature" | "email protection" | "encipher only" | "ipsec end system" | "ipsec tunnel" | "ipsec user" | "key agreement" | "key encipherment" | "microsoft sgc" | "netscape sgc" | "ocsp signing" | "s/mime" | "server auth" | "signing" | "timestamping")[];
            username?: string;
            uid?: string;
            groups?: string[];
            extra?: {
                [key: string]: string[];
            };
        };
        "io.k8s.api.certificates.v1.CertificateSigningRequestStatus": {
            conditions?: components["schemas"]["io.k8s.api.certificates.v1.CertificateSigningRequestCondition"][];
            certificate?: string;
        };
        /** @description A right that one holder at a time has, for a while. */
        "io.k8s.api.coordination.v1.Lease": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.coordination.v1.LeaseSpec"];
        };
        "io.k8s.api.coordination.v1.LeaseSpec": {
            /** @description Who holds it. */
            holderIdentity?: string;
            /** @description How long it holds without being renewed. */
            leaseDurationSeconds?: number;
            /** @description Since when. */
            acquireTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime"];
            /** @description When it was last renewed. */
            renewTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime"];
            /** @description How often the holder has changed. */
            leaseTransitions?: number;
            /** @description How the next holder is chosen. */
            strategy?: string;
            /** @description Who should hold it next. */
            preferredHolder?: string;
        };
        "io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource": {
            volumeID: string;
            fsType?: string;
            partition?: number;
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.Affinity": {
            nodeAffinity?: components["schemas"]["io.k8s.api.core.v1.NodeAffinity"];
            podAffinity?: components["schemas"]["io.k8s.api.core.v1.PodAffinity"];
            podAntiAffinity?: components["schemas"]["io.k8s.api.core.v1.PodAntiAffinity"];
        };
        "io.k8s.api.core.v1.AppArmorProfile": {
            /** @enum {string} */
            type: "Localhost" | "RuntimeDefault" | "Unconfined";
            localhostProfile?: string;
        };
        "io.k8s.api.core.v1.AttachedVolume": {
            name: string;
            devicePath: string;
        };
        "io.k8s.api.core.v1.AzureDiskVolumeSource": {
            diskName: string;
            diskURI: string;
            /** @enum {string} */
            cachingMode?: "None" | "ReadOnly" | "ReadWrite";
            fsType?: string;
            readOnly?: boolean;
            /** @enum {string} */
            kind?: "Dedicated" | "Managed" | "Shared";
        };
        "io.k8s.api.core.v1.AzureFilePersistentVolumeSource": {
            secretName: string;
            shareName: string;
            readOnly?: boolean;
            secretNamespace?: string;
        };
        "io.k8s.api.core.v1.AzureFileVolumeSource": {
            secretName: string;
            shareName: string;
            readOnly?: boolean;
        };
        /** @description Ties a pod to a node. Made by schedulers; never stored. */
        "io.k8s.api.core.v1.Binding": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            target: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
        };
        "io.k8s.api.core.v1.CSIPersistentVolumeSource": {
            driver: string;
            volumeHandle: string;
            readOnly?: boolean;
            fsType?: string;
            volumeAttributes?: {
                [key: string]: string;
            };
            controllerPublishSecretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            nodeStageSecretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            nodePublishSecretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            controllerExpandSecretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            nodeExpandSecretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
        };
        "io.k8s.api.core.v1.CSIVolumeSource": {
            driver: string;
            readOnly?: boolean;
            fsType?: string;
            volumeAttributes?: {
                [key: string]: string;
            };
            nodePublishSecretRef?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"];
        };
        "io.k8s.api.core.v1.Capabilities": {
            add?: string[];
            drop?: string[];
        };
        "io.k8s.api.core.v1.CephFSPersistentVolumeSource": {
            monitors: string[];
            path?: string;
            user?: string;
            secretFile?: string;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.CephFSVolumeSource": {
            monitors: string[];
            path?: string;
            user?: string;
            secretFile?: string;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"];
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.CinderPersistentVolumeSource": {
            volumeID: string;
            fsType?: string;
            readOnly?: boolean;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
        };
        "io.k8s.api.core.v1.CinderVolumeSource": {
            volumeID: string;
            fsType?: string;
            readOnly?: boolean;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"];
        };
        "io.k8s.api.core.v1.ClientIPConfig": {
            timeoutSeconds?: number;
        };
        "io.k8s.api.core.v1.ClusterTrustBundleProjection": {
            name?: string;
            signerName?: string;
            labelSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            optional?: boolean;
            path: string;
        };
        "io.k8s.api.core.v1.ComponentCondition": {
            type: string;
            status: string;
            message?: string;
            error?: string;
        };
        /** @description Health of a part of the control plane. An old interface: ask /readyz instead. */
        "io.k8s.api.core.v1.ComponentStatus": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            conditions?: components["schemas"]["io.k8s.api.core.v1.ComponentCondition"][];
        };
        /** @description Configuration that pods read: text and bytes by key. */
        "io.k8s.api.core.v1.ConfigMap": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description True: the data can't be changed any more. */
            immutable?: boolean;
            /** @description Text by key. */
            data?: {
                [key: string]: string;
            };
            /** @description Bytes by key, as base64. */
            binaryData?: {
                [key: string]: string;
            };
        };
        "io.k8s.api.core.v1.ConfigMapEnvSource": {
            name?: string;
            optional?: boolean;
        };
        "io.k8s.api.core.v1.ConfigMapKeySelector": {
            name?: string;
            key: string;
            optional?: boolean;
        };
        "io.k8s.api.core.v1.ConfigMapNodeConfigSource": {
            namespace: string;
            name: string;
            uid?: string;
            resourceVersion?: string;
            kubeletConfigKey: string;
        };
        "io.k8s.api.core.v1.ConfigMapProjection": {
            name?: string;
            items?: components["schemas"]["io.k8s.api.core.v1.KeyToPath"][];
            optional?: boolean;
        };
        "io.k8s.api.core.v1.ConfigMapVolumeSource": {
            name?: string;
            items?: components["schemas"]["io.k8s.api.core.v1.KeyToPath"][];
            defaultMode?: number;
            optional?: boolean;
        };
        "io.k8s.api.core.v1.Container": {
            /** @description Unique in the pod. */
            name: string;
            /** @description What is run. */
            image?: string;
            /** @description What is started instead of the image's entry point. */
            command?: string[];
            /** @description Arguments of what is started. */
            args?: string[];
            /** @description Where it is started. */
            workingDir?: string;
            /** @description Ports it listens on; for information. */
            ports?: components["schemas"]["io.k8s.api.core.v1.ContainerPort"][];
            /** @description Where environment variables are taken from. */
            envFrom?: components["schemas"]["io.k8s.api.core.v1.EnvFromSource"][];
            /** @description Environment variables. */
            env?: components["schemas"]["io.k8s.api.core.v1.EnvVar"][];
            /** @description CPU, memory and other things it asks for and may use. */
            resources?: components["schemas"]["io.k8s.api.core.v1.ResourceRequirements"];
            /** @description What changing its resources takes. */
            resizePolicy?: components["schemas"]["io.k8s.api.core.v1.ContainerResizePolicy"][];
            /** @description Overrides the pod's; Always makes a sidecar of an init container. */
            restartPolicy?: string;
            /** @description What exit codes lead to. */
            restartPolicyRules?: components["schemas"]["io.k8s.api.core.v1.ContainerRestartRule"][];
            /** @description Volumes of the pod, and where they appear. */
            volumeMounts?: components["schemas"]["io.k8s.api.core.v1.VolumeMount"][];
            /** @description Block devices, and where they appear. */
            volumeDevices?: components["schemas"]["io.k8s.api.core.v1.VolumeDevice"][];
            /** @description Fails: the container is started again. */
            livenessProbe?: components["schemas"]["io.k8s.api.core.v1.Probe"];
            /** @description Fails: no requests are sent to the pod. */
            readinessProbe?: components["schemas"]["io.k8s.api.core.v1.Probe"];
            /** @description Must succeed before the other probes begin. */
            startupProbe?: components["schemas"]["io.k8s.api.core.v1.Probe"];
            /** @description What is done after starting and before stopping. */
            lifecycle?: components["schemas"]["io.k8s.api.core.v1.Lifecycle"];
            /** @description File that the container leaves its last words in. */
            terminationMessagePath?: string;
            /**
             * @description Where last words come from.
             * @enum {string}
             */
            terminationMessagePolicy?: "FallbackToLogsOnError" | "File";
            /**
             * @description When the image is pulled.
             * @enum {string}
             */
            imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
            /** @description User, group and rights. */
            securityContext?: components["schemas"]["io.k8s.api.core.v1.SecurityContext"];
            /** @description Keeps standard input open. */
            stdin?: boolean;
            /** @description Closes standard input after the first client has gone. */
            stdinOnce?: boolean;
            /** @description Gives it a terminal. */
            tty?: boolean;
        };
        "io.k8s.api.core.v1.ContainerExtendedResourceRequest": {
            containerName: string;
            resourceName: string;
            requestName: string;
        };
        "io.k8s.api.core.v1.ContainerImage": {
            names?: string[];
            sizeBytes?: number;
        };
        "io.k8s.api.core.v1.ContainerPort": {
            /** @description By which services can name the port. */
            name?: string;
            /** @description Port of the node that leads here. */
            hostPort?: number;
            /** @description The port. */
            containerPort: number;
            /**
             * @description TCP, UDP or SCTP.
             * @enum {string}
             */
            protocol?: "SCTP" | "TCP" | "UDP";
            /** @description Address of the node that leads here. */
            hostIP?: string;
        };
        "io.k8s.api.core.v1.ContainerResizePolicy": {
            resourceName: string;
            restartPolicy: string;
        };
        "io.k8s.api.core.v1.ContainerRestartRule": {
            action: string;
            exitCodes?: components["schemas"]["io.k8s.api.core.v1.ContainerRestartRuleOnExitCodes"];
        };
        "io.k8s.api.core.v1.ContainerRestartRuleOnExitCodes": {
            operator: string;
            values?: number[];
        };
        "io.k8s.api.core.v1.ContainerState": {
            waiting?: components["schemas"]["io.k8s.api.core.v1.ContainerStateWaiting"];
            running?: components["schemas"]["io.k8s.api.core.v1.ContainerStateRunning"];
            terminated?: components["schemas"]["io.k8s.api.core.v1.ContainerStateTerminated"];
        };
        "io.k8s.api.core.v1.ContainerStateRunning": {
            startedAt?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
        };
        "io.k8s.api.core.v1.ContainerStateTerminated": {
            exitCode: number;
            signal?: number;
            reason?: string;
            message?: string;
            startedAt?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            finishedAt?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            containerID?: string;
        };
        "io.k8s.api.core.v1.ContainerStateWaiting": {
            reason?: string;
            message?: string;
        };
        "io.k8s.api.core.v1.ContainerStatus": {
            name: string;
            state?: components["schemas"]["io.k8s.api.core.v1.ContainerState"];
            lastState?: components["schemas"]["io.k8s.api.core.v1.ContainerState"];
            ready: boolean;
            restartCount: number;
            image: string;
            imageID: string;
            containerID?: string;
            started?: boolean;
            allocatedResources?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            resources?: components["schemas"]["io.k8s.api.core.v1.ResourceRequirements"];
            volumeMounts?: components["schemas"]["io.k8s.api.core.v1.VolumeMountStatus"][];
            user?: components["schemas"]["io.k8s.api.core.v1.ContainerUser"];
            allocatedResourcesStatus?: components["schemas"]["io.k8s.api.core.v1.ResourceStatus"][];
            /** @enum {string} */
            stopSignal?: "SIGABRT" | "SIGALRM" | "SIGBUS" | "SIGCHLD" | "SIGCLD" | "SIGCONT" | "SIGFPE" | "SIGHUP" | "SIGILL" | "SIGINT" | "SIGIO" | "SIGIOT" | "SIGKILL" | "SIGPIPE" | "SIGPOLL" | "SIGPROF" | "SIGPWR" | "SIGQUIT" | "SIGRTMAX" | "SIGRTMAX-1" | "SIGRTMAX-10" | "SIGRTMAX-11" | "SIGRTMAX-12" | "SIGRTMAX-13" | "SIGRTMAX-14" | "SIGRTMAX-2" | "SIGRTMAX-3" | "SIGRTMAX-4" | "SIGRTMAX-5" | "SIGRTMAX-6" | "SIGRTMAX-7" | "SIGRTMAX-8" | "SIGRTMAX-9" | "SIGRTMIN" | "SIGRTMIN+1" | "SIGRTMIN+10" | "SIGRTMIN+11" | "SIGRTMIN+12" | "SIGRTMIN+13" | "SIGRTMIN+14" | "SIGRTMIN+15" | "SIGRTMIN+2" | "SIGRTMIN+3" | "SIGRTMIN+4" | "SIGRTMIN+5" | "SIGRTMIN+6" | "SIGRTMIN+7" | "SIGRTMIN+8" | "SIGRTMIN+9" | "SIGSEGV" | "SIGSTKFLT" | "SIGSTOP" | "SIGSYS" | "SIGTERM" | "SIGTRAP" | "SIGTSTP" | "SIGTTIN" | "SIGTTOU" | "SIGURG" | "SIGUSR1" | "SIGUSR2" | "SIGVTALRM" | "SIGWINCH" | "SIGXCPU" | "SIGXFSZ";
        };
        "io.k8s.api.core.v1.ContainerUser": {
            linux?: components["schemas"]["io.k8s.api.core.v1.LinuxContainerUser"];
        };
        "io.k8s.api.core.v1.DaemonEndpoint": {
            Port: number;
        };
        "io.k8s.api.core.v1.DownwardAPIProjection": {
            items?: components["schemas"]["io.k8s.api.core.v1.DownwardAPIVolumeFile"][];
        };
        "io.k8s.api.core.v1.DownwardAPIVolumeFile": {
            path: string;
            fieldRef?: components["schemas"]["io.k8s.api.core.v1.ObjectFieldSelector"];
            resourceFieldRef?: components["schemas"]["io.k8s.api.core.v1.ResourceFieldSelector"];
            mode?: number;
        };
        "io.k8s.api.core.v1.DownwardAPIVolumeSource": {
            items?: components["schemas"]["io.k8s.api.core.v1.DownwardAPIVolumeFile"][];
            defaultMode?: number;
        };
        "io.k8s.api.core.v1.EmptyDirVolumeSource": {
            medium?: string;
            sizeLimit?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
        };
        "io.k8s.api.core.v1.EndpointAddress": {
            ip: string;
            hostname?: string;
            nodeName?: string;
            targetRef?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
        };
        "io.k8s.api.core.v1.EndpointPort": {
            name?: string;
            port: number;
            /** @enum {string} */
            protocol?: "SCTP" | "TCP" | "UDP";
            appProtocol?: string;
        };
        "io.k8s.api.core.v1.EndpointSubset": {
            addresses?: components["schemas"]["io.k8s.api.core.v1.EndpointAddress"][];
            notReadyAddresses?: components["schemas"]["io.k8s.api.core.v1.EndpointAddress"][];
            ports?: components["schemas"]["io.k8s.api.core.v1.EndpointPort"][];
        };
        /** @description Addresses behind a service, all in one object. Superseded by EndpointSlice. */
        "io.k8s.api.core.v1.Endpoints": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            subsets?: components["schemas"]["io.k8s.api.core.v1.EndpointSubset"][];
        };
        "io.k8s.api.core.v1.EnvFromSource": {
            prefix?: string;
            configMapRef?: components["schemas"]["io.k8s.api.core.v1.ConfigMapEnvSource"];
            secretRef?: components["schemas"]["io.k8s.api.core.v1.SecretEnvSource"];
        };
        "io.k8s.api.core.v1.EnvVar": {
            /** @description The variable. */
            name: string;
            /** @description Its value; $(NAME) stands for another variable. */
            value?: string;
            /** @description Where its value comes from. */
            valueFrom?: components["schemas"]["io.k8s.api.core.v1.EnvVarSource"];
        };
        "io.k8s.api.core.v1.EnvVarSource": {
            fieldRef?: components["schemas"]["io.k8s.api.core.v1.ObjectFieldSelector"];
            resourceFieldRef?: components["schemas"]["io.k8s.api.core.v1.ResourceFieldSelector"];
            configMapKeyRef?: components["schemas"]["io.k8s.api.core.v1.ConfigMapKeySelector"];
            secretKeyRef?: components["schemas"]["io.k8s.api.core.v1.SecretKeySelector"];
            fileKeyRef?: components["schemas"]["io.k8s.api.core.v1.FileKeySelector"];
        };
        "io.k8s.api.core.v1.EphemeralContainer": {
            name: string;
            image?: string;
            command?: string[];
            args?: string[];
            workingDir?: string;
            ports?: components["schemas"]["io.k8s.api.core.v1.ContainerPort"][];
            envFrom?: components["schemas"]["io.k8s.api.core.v1.EnvFromSource"][];
            env?: components["schemas"]["io.k8s.api.core.v1.EnvVar"][];
            resources?: components["schemas"]["io.k8s.api.core.v1.ResourceRequirements"];
            resizePolicy?: components["schemas"]["io.k8s.api.core.v1.ContainerResizePolicy"][];
            restartPolicy?: string;
            restartPolicyRules?: components["schemas"]["io.k8s.api.core.v1.ContainerRestartRule"][];
            volumeMounts?: components["schemas"]["io.k8s.api.core.v1.VolumeMount"][];
            volumeDevices?: components["schemas"]["io.k8s.api.core.v1.VolumeDevice"][];
            livenessProbe?: components["schemas"]["io.k8s.api.core.v1.Probe"];
            readinessProbe?: components["schemas"]["io.k8s.api.core.v1.Probe"];
            startupProbe?: components["schemas"]["io.k8s.api.core.v1.Probe"];
            lifecycle?: components["schemas"]["io.k8s.api.core.v1.Lifecycle"];
            terminationMessagePath?: string;
            /** @enum {string} */
            terminationMessagePolicy?: "FallbackToLogsOnError" | "File";
            /** @enum {string} */
            imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
            securityContext?: components["schemas"]["io.k8s.api.core.v1.SecurityContext"];
            stdin?: boolean;
            stdinOnce?: boolean;
            tty?: boolean;
            targetContainerName?: string;
        };
        "io.k8s.api.core.v1.EphemeralVolumeSource": {
            volumeClaimTemplate?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeClaimTemplate"];
        };
        /** @description Something that happened to an object, told for people. Kept for an hour. */
        "io.k8s.api.core.v1.Event": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            involvedObject: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
            reason?: string;
            message?: string;
            source?: components["schemas"]["io.k8s.api.core.v1.EventSource"];
            firstTimestamp?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            lastTimestamp?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            count?: number;
            type?: string;
            eventTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime"];
            series?: components["schemas"]["io.k8s.api.core.v1.EventSeries"];
            action?: string;
            related?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
            reportingComponent?: string;
            reportingInstance?: string;
        };
        "io.k8s.api.core.v1.EventSeries": {
            count?: number;
            lastObservedTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime"];
        };
        "io.k8s.api.core.v1.EventSource": {
            component?: string;
            host?: string;
        };
        "io.k8s.api.core.v1.ExecAction": {
            command?: string[];
        };
        "io.k8s.api.core.v1.FCVolumeSource": {
            targetWWNs?: string[];
            lun?: number;
            fsType?: string;
            readOnly?: boolean;
            wwids?: string[];
        };
        "io.k8s.api.core.v1.FileKeySelector": {
            volumeName: string;
            path: string;
            key: string;
            optional?: boolean;
        };
        "io.k8s.api.core.v1.FlexPersistentVolumeSource": {
            driver: string;
            fsType?: string;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            readOnly?: boolean;
            options?: {
                [key: string]: string;
            };
        };
        "io.k8s.api.core.v1.FlexVolumeSource": {
            driver: string;
            fsType?: string;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"];
            readOnly?: boolean;
            options?: {
                [key: string]: string;
            };
        };
        "io.k8s.api.core.v1.FlockerVolumeSource": {
            datasetName?: string;
            datasetUUID?: string;
        };
        "io.k8s.api.core.v1.GCEPersistentDiskVolumeSource": {
            pdName: string;
            fsType?: string;
            partition?: number;
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.GRPCAction": {
            port: number;
            service?: string;
        };
        "io.k8s.api.core.v1.GitRepoVolumeSource": {
            repository: string;
            revision?: string;
            directory?: string;
        };
        "io.k8s.api.core.v1.GlusterfsPersistentVolumeSource": {
            endpoints: string;
            path: string;
            readOnly?: boolean;
            endpointsNamespace?: string;
        };
        "io.k8s.api.core.v1.GlusterfsVolumeSource": {
            endpoints: string;
            path: string;
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.HTTPGetAction": {
            path?: string;
            port: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
            host?: string;
            /** @enum {string} */
            scheme?: "HTTP" | "HTTPS";
            httpHeaders?: components["schemas"]["io.k8s.api.core.v1.HTTPHeader"][];
        };
        "io.k8s.api.core.v1.HTTPHeader": {
            name: string;
            value: string;
        };
        "io.k8s.api.core.v1.HostAlias": {
            ip: string;
            hostnames?: string[];
        };
        "io.k8s.api.core.v1.HostIP": {
            ip: string;
        };
        "io.k8s.api.core.v1.HostPathVolumeSource": {
            path: string;
            /** @enum {string} */
            type?: "" | "BlockDevice" | "CharDevice" | "Directory" | "DirectoryOrCreate" | "File" | "FileOrCreate" | "Socket";
        };
        "io.k8s.api.core.v1.ISCSIPersistentVolumeSource": {
            targetPortal: string;
            iqn: string;
            lun: number;
            iscsiInterface?: string;
            fsType?: string;
            readOnly?: boolean;
            portals?: string[];
            chapAuthDiscovery?: boolean;
            chapAuthSession?: boolean;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            initiatorName?: string;
        };
        "io.k8s.api.core.v1.ISCSIVolumeSource": {
            targetPortal: string;
            iqn: string;
            lun: number;
            iscsiInterface?: string;
            fsType?: string;
            readOnly?: boolean;
            portals?: string[];
            chapAuthDiscovery?: boolean;
            chapAuthSession?: boolean;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"];
            initiatorName?: string;
        };
        "io.k8s.api.core.v1.ImageVolumeSource": {
            reference?: string;
            /** @enum {string} */
            pullPolicy?: "Always" | "IfNotPresent" | "Never";
        };
        /** @description What an image volume was made of. */
        "io.k8s.api.core.v1.ImageVolumeStatus": {
            /** @description The image that is mounted, by its digest. */
            imageRef: string;
        };
        "io.k8s.api.core.v1.KeyToPath": {
            key: string;
            path: string;
            mode?: number;
        };
        "io.k8s.api.core.v1.Lifecycle": {
            postStart?: components["schemas"]["io.k8s.api.core.v1.LifecycleHandler"];
            preStop?: components["schemas"]["io.k8s.api.core.v1.LifecycleHandler"];
            /** @enum {string} */
            stopSignal?: "SIGABRT" | "SIGALRM" | "SIGBUS" | "SIGCHLD" | "SIGCLD" | "SIGCONT" | "SIGFPE" | "SIGHUP" | "SIGILL" | "SIGINT" | "SIGIO" | "SIGIOT" | "SIGKILL" | "SIGPIPE" | "SIGPOLL" | "SIGPROF" | "SIGPWR" | "SIGQUIT" | "SIGRTMAX" | "SIGRTMAX-1" | "SIGRTMAX-10" | "SIGRTMAX-11" | "SIGRTMAX-12" | "SIGRTMAX-13" | "SIGRTMAX-14" | "SIGRTMAX-2" | "SIGRTMAX-3" | "SIGRTMAX-4" | "SIGRTMAX-5" | "SIGRTMAX-6" | "SIGRTMAX-7" | "SIGRTMAX-8" | "SIGRTMAX-9" | "SIGRTMIN" | "SIGRTMIN+1" | "SIGRTMIN+10" | "SIGRTMIN+11" | "SIGRTMIN+12" | "SIGRTMIN+13" | "SIGRTMIN+14" | "SIGRTMIN+15" | "SIGRTMIN+2" | "SIGRTMIN+3" | "SIGRTMIN+4" | "SIGRTMIN+5" | "SIGRTMIN+6" | "SIGRTMIN+7" | "SIGRTMIN+8" | "SIGRTMIN+9" | "SIGSEGV" | "SIGSTKFLT" | "SIGSTOP" | "SIGSYS" | "SIGTERM" | "SIGTRAP" | "SIGTSTP" | "SIGTTIN" | "SIGTTOU" | "SIGURG" | "SIGUSR1" | "SIGUSR2" | "SIGVTALRM" | "SIGWINCH" | "SIGXCPU" | "SIGXFSZ";
        };
        "io.k8s.api.core.v1.LifecycleHandler": {
            exec?: components["schemas"]["io.k8s.api.core.v1.ExecAction"];
            httpGet?: components["schemas"]["io.k8s.api.core.v1.HTTPGetAction"];
            tcpSocket?: components["schemas"]["io.k8s.api.core.v1.TCPSocketAction"];
            sleep?: components["schemas"]["io.k8s.api.core.v1.SleepAction"];
        };
        /** @description Smallest, largest and default amounts of resources in a namespace. */
        "io.k8s.api.core.v1.LimitRange": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.LimitRangeSpec"];
        };
        "io.k8s.api.core.v1.LimitRangeItem": {
            type: string;
            max?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            min?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            default?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            defaultRequest?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            maxLimitRequestRatio?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
        };
        "io.k8s.api.core.v1.LimitRangeSpec": {
            limits: components["schemas"]["io.k8s.api.core.v1.LimitRangeItem"][];
        };
        "io.k8s.api.core.v1.LinuxContainerUser": {
            uid: number;
            gid: number;
            supplementalGroups?: number[];
        };
        "io.k8s.api.core.v1.LoadBalancerIngress": {
            ip?: string;
            hostname?: string;
            ipMode?: string;
            ports?: components["schemas"]["io.k8s.api.core.v1.PortStatus"][];
        };
        "io.k8s.api.core.v1.LoadBalancerStatus": {
            ingress?: components["schemas"]["io.k8s.api.core.v1.LoadBalancerIngress"][];
        };
        "io.k8s.api.core.v1.LocalObjectReference": {
            name?: string;
        };
        "io.k8s.api.core.v1.LocalVolumeSource": {
            path: string;
            fsType?: string;
        };
        "io.k8s.api.core.v1.ModifyVolumeStatus": {
            targetVolumeAttributesClassName?: string;
            /** @enum {string} */
            status: "InProgress" | "Infeasible" | "Pending";
        };
        "io.k8s.api.core.v1.NFSVolumeSource": {
            server: string;
            path: string;
            readOnly?: boolean;
        };
        /** @description A place for objects, whose names are told apart by it. */
        "io.k8s.api.core.v1.Namespace": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.NamespaceSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.core.v1.NamespaceStatus"];
        };
        "io.k8s.api.core.v1.NamespaceCondition": {
            type: string;
            status: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.core.v1.NamespaceSpec": {
            finalizers?: string[];
        };
        "io.k8s.api.core.v1.NamespaceStatus": {
            /** @enum {string} */
            phase?: "Active" | "Terminating";
            conditions?: components["schemas"]["io.k8s.api.core.v1.NamespaceCondition"][];
        };
        /** @description A machine that runs pods. */
        "io.k8s.api.core.v1.Node": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.NodeSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.core.v1.NodeStatus"];
        };
        "io.k8s.api.core.v1.NodeAddress": {
            type: string;
            address: string;
        };
        "io.k8s.api.core.v1.NodeAffinity": {
            requiredDuringSchedulingIgnoredDuringExecution?: components["schemas"]["io.k8s.api.core.v1.NodeSelector"];
            preferredDuringSchedulingIgnoredDuringExecution?: components["schemas"]["io.k8s.api.core.v1.PreferredSchedulingTerm"][];
        };
        /** @description What a claim of devices takes of the resources that a node gives to pods. */
        "io.k8s.api.core.v1.NodeAllocatableResourceClaimStatus": {
            /** @description The ResourceClaim. */
            resourceClaimName: string;
            /** @description Names of the containers that use the claim. */
            containers?: string[];
            /** @description How much it takes, by resource. */
            resources: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
        };
        "io.k8s.api.core.v1.NodeCondition": {
            type: string;
            status: string;
            lastHeartbeatTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.core.v1.NodeConfigSource": {
            configMap?: components["schemas"]["io.k8s.api.core.v1.ConfigMapNodeConfigSource"];
        };
        "io.k8s.api.core.v1.NodeConfigStatus": {
            assigned?: components["schemas"]["io.k8s.api.core.v1.NodeConfigSource"];
            active?: components["schemas"]["io.k8s.api.core.v1.NodeConfigSource"];
            lastKnownGood?: components["schemas"]["io.k8s.api.core.v1.NodeConfigSource"];
            error?: string;
        };
        "io.k8s.api.core.v1.NodeDaemonEndpoints": {
            kubeletEndpoint?: components["schemas"]["io.k8s.api.core.v1.DaemonEndpoint"];
        };
        "io.k8s.api.core.v1.NodeFeatures": {
            supplementalGroupsPolicy?: boolean;
        };
        "io.k8s.api.core.v1.NodeRuntimeHandler": {
            name?: string;
            features?: components["schemas"]["io.k8s.api.core.v1.NodeRuntimeHandlerFeatures"];
        };
        "io.k8s.api.core.v1.NodeRuntimeHandlerFeatures": {
            recursiveReadOnlyMounts?: boolean;
            userNamespaces?: boolean;
        };
        "io.k8s.api.core.v1.NodeSelector": {
            nodeSelectorTerms: components["schemas"]["io.k8s.api.core.v1.NodeSelectorTerm"][];
        };
        "io.k8s.api.core.v1.NodeSelectorRequirement": {
            key: string;
            /** @enum {string} */
            operator: "DoesNotExist" | "Exists" | "Gt" | "In" | "Lt" | "NotIn";
            values?: string[];
        };
        "io.k8s.api.core.v1.NodeSelectorTerm": {
            matchExpressions?: components["schemas"]["io.k8s.api.core.v1.NodeSelectorRequirement"][];
            matchFields?: components["schemas"]["io.k8s.api.core.v1.NodeSelectorRequirement"][];
        };
        "io.k8s.api.core.v1.NodeSpec": {
            /** @description Addresses of its pods. */
            podCIDR?: string;
            /** @description Addresses of its pods. */
            podCIDRs?: string[];
            /** @description What a cloud calls it. */
            providerID?: string;
            /** @description True: it takes no new pods. */
            unschedulable?: boolean;
            /** @description What pods must put up with. */
            taints?: components["schemas"]["io.k8s.api.core.v1.Taint"][];
            configSource?: components["schemas"]["io.k8s.api.core.v1.NodeConfigSource"];
            externalID?: string;
        };
        "io.k8s.api.core.v1.NodeStatus": {
            capacity?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            allocatable?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            /** @enum {string} */
            phase?: "Pending" | "Running" | "Terminated";
            conditions?: components["schemas"]["io.k8s.api.core.v1.NodeCondition"][];
            addresses?: components["schemas"]["io.k8s.api.core.v1.NodeAddress"][];
            daemonEndpoints?: components["schemas"]["io.k8s.api.core.v1.NodeDaemonEndpoints"];
            nodeInfo?: components["schemas"]["io.k8s.api.core.v1.NodeSystemInfo"];
            images?: components["schemas"]["io.k8s.api.core.v1.ContainerImage"][];
            volumesInUse?: string[];
            volumesAttached?: components["schemas"]["io.k8s.api.core.v1.AttachedVolume"][];
            config?: components["schemas"]["io.k8s.api.core.v1.NodeConfigStatus"];
            runtimeHandlers?: components["schemas"]["io.k8s.api.core.v1.NodeRuntimeHandler"][];
            features?: components["schemas"]["io.k8s.api.core.v1.NodeFeatures"];
            /** @description Features of the node that pods may depend on. */
            declaredFeatures?: string[];
        };
        "io.k8s.api.core.v1.NodeSwapStatus": {
            capacity?: number;
        };
        "io.k8s.api.core.v1.NodeSystemInfo": {
            machineID: string;
            systemUUID: string;
            bootID: string;
            kernelVersion: string;
            osImage: string;
            containerRuntimeVersion: string;
            kubeletVersion: string;
            kubeProxyVersion: string;
            operatingSystem: string;
            architecture: string;
            swap?: components["schemas"]["io.k8s.api.core.v1.NodeSwapStatus"];
        };
        "io.k8s.api.core.v1.ObjectFieldSelector": {
            apiVersion?: string;
            fieldPath: string;
        };
        "io.k8s.api.core.v1.ObjectReference": {
            kind?: string;
            namespace?: string;
            name?: string;
            uid?: string;
            apiVersion?: string;
            resourceVersion?: string;
            fieldPath?: string;
        };
        /** @description A piece of storage that a claim can be bound to. */
        "io.k8s.api.core.v1.PersistentVolume": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeStatus"];
        };
        /** @description A request for storage that outlives pods. */
        "io.k8s.api.core.v1.PersistentVolumeClaim": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeClaimSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeClaimStatus"];
        };
        "io.k8s.api.core.v1.PersistentVolumeClaimCondition": {
            type: string;
            status: string;
            lastProbeTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.core.v1.PersistentVolumeClaimSpec": {
            /** @description How it will be mounted. */
            accessModes?: ("ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOnce" | "ReadWriteOncePod")[];
            /** @description Which volumes will do. */
            selector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            /** @description How much is needed. */
            resources?: components["schemas"]["io.k8s.api.core.v1.VolumeResourceRequirements"];
            /** @description The volume it is bound to. */
            volumeName?: string;
            /** @description How the volume is made. */
            storageClassName?: string;
            /**
             * @description Filesystem or Block.
             * @enum {string}
             */
            volumeMode?: "Block" | "Filesystem";
            /** @description What the volume starts with. */
            dataSource?: components["schemas"]["io.k8s.api.core.v1.TypedLocalObjectReference"];
            /** @description What the volume starts with; any kind. */
            dataSourceRef?: components["schemas"]["io.k8s.api.core.v1.TypedObjectReference"];
            /** @description Properties of the volume. */
            volumeAttributesClassName?: string;
        };
        "io.k8s.api.core.v1.PersistentVolumeClaimStatus": {
            /** @enum {string} */
            phase?: "Bound" | "Lost" | "Pending";
            accessModes?: ("ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOnce" | "ReadWriteOncePod")[];
            capacity?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            conditions?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeClaimCondition"][];
            allocatedResources?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            allocatedResourceStatuses?: {
                [key: string]: "ControllerResizeInProgress" | "ControllerResizeInfeasible" | "NodeResizeInProgress" | "NodeResizeInfeasible" | "NodeResizePending";
            };
            currentVolumeAttributesClassName?: string;
            modifyVolumeStatus?: components["schemas"]["io.k8s.api.core.v1.ModifyVolumeStatus"];
        };
        "io.k8s.api.core.v1.PersistentVolumeClaimTemplate": {
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            spec: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeClaimSpec"];
        };
        "io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource": {
            claimName: string;
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.PersistentVolumeSpec": {
            capacity?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            gcePersistentDisk?: components["schemas"]["io.k8s.api.core.v1.GCEPersistentDiskVolumeSource"];
            awsElasticBlockStore?: components["schemas"]["io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource"];
            hostPath?: components["schemas"]["io.k8s.api.core.v1.HostPathVolumeSource"];
            glusterfs?: components["schemas"]["io.k8s.api.core.v1.GlusterfsPersistentVolumeSource"];
            nfs?: components["schemas"]["io.k8s.api.core.v1.NFSVolumeSource"];
            rbd?: components["schemas"]["io.k8s.api.core.v1.RBDPersistentVolumeSource"];
            iscsi?: components["schemas"]["io.k8s.api.core.v1.ISCSIPersistentVolumeSource"];
            cinder?: components["schemas"]["io.k8s.api.core.v1.CinderPersistentVolumeSource"];
            cephfs?: components["schemas"]["io.k8s.api.core.v1.CephFSPersistentVolumeSource"];
            fc?: components["schemas"]["io.k8s.api.core.v1.FCVolumeSource"];
            flocker?: components["schemas"]["io.k8s.api.core.v1.FlockerVolumeSource"];
            flexVolume?: components["schemas"]["io.k8s.api.core.v1.FlexPersistentVolumeSource"];
            azureFile?: components["schemas"]["io.k8s.api.core.v1.AzureFilePersistentVolumeSource"];
            vsphereVolume?: components["schemas"]["io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource"];
            quobyte?: components["schemas"]["io.k8s.api.core.v1.QuobyteVolumeSource"];
            azureDisk?: components["schemas"]["io.k8s.api.core.v1.AzureDiskVolumeSource"];
            photonPersistentDisk?: components["schemas"]["io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource"];
            portworxVolume?: components["schemas"]["io.k8s.api.core.v1.PortworxVolumeSource"];
            scaleIO?: components["schemas"]["io.k8s.api.core.v1.ScaleIOPersistentVolumeSource"];
            local?: components["schemas"]["io.k8s.api.core.v1.LocalVolumeSource"];
            storageos?: components["schemas"]["io.k8s.api.core.v1.StorageOSPersistentVolumeSource"];
            csi?: components["schemas"]["io.k8s.api.core.v1.CSIPersistentVolumeSource"];
            accessModes?: ("ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOnce" | "ReadWriteOncePod")[];
            claimRef?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
            /** @enum {string} */
            persistentVolumeReclaimPolicy?: "Delete" | "Recycle" | "Retain";
            storageClassName?: string;
            mountOptions?: string[];
            /** @enum {string} */
            volumeMode?: "Block" | "Filesystem";
            nodeAffinity?: components["schemas"]["io.k8s.api.core.v1.VolumeNodeAffinity"];
            volumeAttributesClassName?: string;
        };
        "io.k8s.api.core.v1.PersistentVolumeStatus": {
            /** @enum {string} */
            phase?: "Available" | "Bound" | "Failed" | "Pending" | "Released";
            message?: string;
            reason?: string;
            lastPhaseTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
        };
        "io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource": {
            pdID: string;
            fsType?: string;
        };
        /** @description Containers that run together on one node, with an address of their own. */
        "io.k8s.api.core.v1.Pod": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.PodSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.core.v1.PodStatus"];
        };
        "io.k8s.api.core.v1.PodAffinity": {
            requiredDuringSchedulingIgnoredDuringExecution?: components["schemas"]["io.k8s.api.core.v1.PodAffinityTerm"][];
            preferredDuringSchedulingIgnoredDuringExecution?: components["schemas"]["io.k8s.api.core.v1.WeightedPodAffinityTerm"][];
        };
        "io.k8s.api.core.v1.PodAffinityTerm": {
            labelSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            namespaces?: string[];
            topologyKey: string;
            namespaceSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            matchLabelKeys?: string[];
            mismatchLabelKeys?: string[];
        };
        "io.k8s.api.core.v1.PodAntiAffinity": {
            requiredDuringSchedulingIgnoredDuringExecution?: components["schemas"]["io.k8s.api.core.v1.PodAffinityTerm"][];
            preferredDuringSchedulingIgnoredDuringExecution?: components["schemas"]["io.k8s.api.core.v1.WeightedPodAffinityTerm"][];
        };
        "io.k8s.api.core.v1.PodCertificateProjection": {
            signerName: string;
            keyType: string;
            maxExpirationSeconds?: number;
            credentialBundlePath?: string;
            keyPath?: string;
            certificateChainPath?: string;
            /** @description Passed on to whoever signs the certificate. */
            userAnnotations?: {
                [key: string]: string;
            };
        };
        "io.k8s.api.core.v1.PodCondition": {
            type: string;
            observedGeneration?: number;
            status: string;
            lastProbeTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.core.v1.PodDNSConfig": {
            nameservers?: string[];
            searches?: string[];
            options?: components["schemas"]["io.k8s.api.core.v1.PodDNSConfigOption"][];
        };
        "io.k8s.api.core.v1.PodDNSConfigOption": {
            name?: string;
            value?: string;
        };
        "io.k8s.api.core.v1.PodExtendedResourceClaimStatus": {
            requestMappings: components["schemas"]["io.k8s.api.core.v1.ContainerExtendedResourceRequest"][];
            resourceClaimName: string;
        };
        "io.k8s.api.core.v1.PodIP": {
            ip: string;
        };
        "io.k8s.api.core.v1.PodOS": {
            name: string;
        };
        "io.k8s.api.core.v1.PodReadinessGate": {
            conditionType: string;
        };
        "io.k8s.api.core.v1.PodResourceClaim": {
            name: string;
            resourceClaimName?: string;
            resourceClaimTemplateName?: string;
        };
        "io.k8s.api.core.v1.PodResourceClaimStatus": {
            name: string;
            resourceClaimName?: string;
        };
        "io.k8s.api.core.v1.PodSchedulingGate": {
            name: string;
        };
        /** @description The group of pods that this one is scheduled together with. */
        "io.k8s.api.core.v1.PodSchedulingGroup": {
            /** @description Name of the PodGroup, in the same namespace. */
            podGroupName?: string;
        };
        "io.k8s.api.core.v1.PodSecurityContext": {
            seLinuxOptions?: components["schemas"]["io.k8s.api.core.v1.SELinuxOptions"];
            windowsOptions?: components["schemas"]["io.k8s.api.core.v1.WindowsSecurityContextOptions"];
            runAsUser?: number;
            runAsGroup?: number;
            runAsNonRoot?: boolean;
            supplementalGroups?: number[];
            /** @enum {string} */
            supplementalGroupsPolicy?: "Merge" | "Strict";
            fsGroup?: number;
            sysctls?: components["schemas"]["io.k8s.api.core.v1.Sysctl"][];
            /** @enum {string} */
            fsGroupChangePolicy?: "Always" | "OnRootMismatch";
            seccompProfile?: components["schemas"]["io.k8s.api.core.v1.SeccompProfile"];
            appArmorProfile?: components["schemas"]["io.k8s.api.core.v1.AppArmorProfile"];
            seLinuxChangePolicy?: string;
        };
        "io.k8s.api.core.v1.PodSpec": {
            /** @description What containers can mount. */
            volumes?: components["schemas"]["io.k8s.api.core.v1.Volume"][];
            /** @description What runs before, one after the other; or beside, with restartPolicy Always. */
            initContainers?: components["schemas"]["io.k8s.api.core.v1.Container"][];
            /** @description What runs. */
            containers: components["schemas"]["io.k8s.api.core.v1.Container"][];
            /** @description What is added to look into a running pod. */
            ephemeralContainers?: components["schemas"]["io.k8s.api.core.v1.EphemeralContainer"][];
            /**
             * @description Whether containers that end are started again.
             * @enum {string}
             */
            restartPolicy?: "Always" | "Never" | "OnFailure";
            /** @description Time between asking the containers to end and ending them. */
            terminationGracePeriodSeconds?: number;
            /** @description The longest the pod may run. */
            activeDeadlineSeconds?: number;
            /**
             * @description Where names are looked up.
             * @enum {string}
             */
            dnsPolicy?: "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None";
            /** @description Labels that the node must have. */
            nodeSelector?: {
                [key: string]: string;
            };
            /** @description The identity of what runs in the pod. */
            serviceAccountName?: string;
            /** @description Older name of serviceAccountName. */
            serviceAccount?: string;
            /** @description Whether the pod is given a token of its service account. */
            automountServiceAccountToken?: boolean;
            /** @description The node that runs the pod. */
            nodeName?: string;
            /** @description Uses the network of the node. */
            hostNetwork?: boolean;
            /** @description Sees the processes of the node. */
            hostPID?: boolean;
            /** @description Uses the shared memory of the node. */
            hostIPC?: boolean;
            /** @description Containers see each other's processes. */
            shareProcessNamespace?: boolean;
            /** @description Users, groups and rights of all containers. */
            securityContext?: components["schemas"]["io.k8s.api.core.v1.PodSecurityContext"];
            /** @description Secrets with which images are pulled. */
            imagePullSecrets?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"][];
            /** @description Host name inside the pod. */
            hostname?: string;
            /** @description Makes a full name of hostname, subdomain and namespace. */
            subdomain?: string;
            /** @description Which nodes and which neighbours are wanted. */
            affinity?: components["schemas"]["io.k8s.api.core.v1.Affinity"];
            /** @description Who chooses the node. */
            schedulerName?: string;
            /** @description Taints of nodes that are put up with. */
            tolerations?: components["schemas"]["io.k8s.api.core.v1.Toleration"][];
            /** @description Further lines of /etc/hosts. */
            hostAliases?: components["schemas"]["io.k8s.api.core.v1.HostAlias"][];
            /** @description How important the pod is. */
            priorityClassName?: string;
            /** @description How important the pod is, as a number. */
            priority?: number;
            /** @description Further settings of name lookup. */
            dnsConfig?: components["schemas"]["io.k8s.api.core.v1.PodDNSConfig"];
            /** @description Further conditions of being ready. */
            readinessGates?: components["schemas"]["io.k8s.api.core.v1.PodReadinessGate"][];
            /** @description How containers are run. */
            runtimeClassName?: string;
            /** @description Whether services are told as environment variables. */
            enableServiceLinks?: boolean;
            /**
             * @description Whether less important pods may be pushed out for this one.
             * @enum {string}
             */
            preemptionPolicy?: "Never" | "PreemptLowerPriority";
            /** @description Resources that running the pod takes besides its containers. */
            overhead?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            /** @description How like pods are spread over the cluster. */
            topologySpreadConstraints?: components["schemas"]["io.k8s.api.core.v1.TopologySpreadConstraint"][];
            /** @description The host name is the full name. */
            setHostnameAsFQDN?: boolean;
            /** @description Operating system of the containers. */
            os?: components["schemas"]["io.k8s.api.core.v1.PodOS"];
            /** @description False: runs in a user namespace of its own. */
            hostUsers?: boolean;
            /** @description What must be removed before a node is chosen. */
            schedulingGates?: components["schemas"]["io.k8s.api.core.v1.PodSchedulingGate"][];
            /** @description Devices that containers can use. */
            resourceClaims?: components["schemas"]["io.k8s.api.core.v1.PodResourceClaim"][];
            /** @description Resources of all containers together. */
            resources?: components["schemas"]["io.k8s.api.core.v1.ResourceRequirements"];
            /** @description Host name inside the pod, whatever else says. */
            hostnameOverride?: string;
            /** @description The group of pods that this one is scheduled together with. */
            schedulingGroup?: components["schemas"]["io.k8s.api.core.v1.PodSchedulingGroup"];
        };
        "io.k8s.api.core.v1.PodStatus": {
            observedGeneration?: number;
            /**
             * @description Pending, Running, Succeeded, Failed or Unknown.
             * @enum {string}
             */
            phase?: "Failed" | "Pending" | "Running" | "Succeeded" | "Unknown";
            /** @description What is true of the pod. */
            conditions?: components["schemas"]["io.k8s.api.core.v1.PodCondition"][];
            /** @description Why it is as it is, in a sentence. */
            message?: string;
            /** @description Why it is as it is, in a word. */
            reason?: string;
            /** @description Node that is being made room on. */
            nominatedNodeName?: string;
            /** @description Address of the node. */
            hostIP?: string;
            /** @description Addresses of the node. */
            hostIPs?: components["schemas"]["io.k8s.api.core.v1.HostIP"][];
            /** @description Address of the pod. */
            podIP?: string;
            /** @description Addresses of the pod. */
            podIPs?: components["schemas"]["io.k8s.api.core.v1.PodIP"][];
            /** @description When the node took the pod. */
            startTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            /** @description What the init containers are doing. */
            initContainerStatuses?: components["schemas"]["io.k8s.api.core.v1.ContainerStatus"][];
            /** @description What the containers are doing. */
            containerStatuses?: components["schemas"]["io.k8s.api.core.v1.ContainerStatus"][];
            /**
             * @description Guaranteed, Burstable or BestEffort.
             * @enum {string}
             */
            qosClass?: "BestEffort" | "Burstable" | "Guaranteed";
            /** @description What the ephemeral containers are doing. */
            ephemeralContainerStatuses?: components["schemas"]["io.k8s.api.core.v1.ContainerStatus"][];
            resize?: string;
            resourceClaimStatuses?: components["schemas"]["io.k8s.api.core.v1.PodResourceClaimStatus"][];
            extendedResourceClaimStatus?: components["schemas"]["io.k8s.api.core.v1.PodExtendedResourceClaimStatus"];
            /** @description What the node has set aside for the whole pod. */
            allocatedResources?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            resources?: components["schemas"]["io.k8s.api.core.v1.ResourceRequirements"];
            /** @description What the pod's claims take of the node's resources. */
            nodeAllocatableResourceClaimStatuses?: components["schemas"]["io.k8s.api.core.v1.NodeAllocatableResourceClaimStatus"][];
        };
        /** @description A description of pods, kept for use by others. */
        "io.k8s.api.core.v1.PodTemplate": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            template?: components["schemas"]["io.k8s.api.core.v1.PodTemplateSpec"];
        };
        "io.k8s.api.core.v1.PodTemplateSpec": {
            /** @description Labels and annotations of the pods. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What the pods are. */
            spec?: components["schemas"]["io.k8s.api.core.v1.PodSpec"];
        };
        "io.k8s.api.core.v1.PortStatus": {
            port: number;
            /** @enum {string} */
            protocol: "SCTP" | "TCP" | "UDP";
            error?: string;
        };
        "io.k8s.api.core.v1.PortworxVolumeSource": {
            volumeID: string;
            fsType?: string;
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.PreferredSchedulingTerm": {
            weight: number;
            preference: components["schemas"]["io.k8s.api.core.v1.NodeSelectorTerm"];
        };
        "io.k8s.api.core.v1.Probe": {
            /** @description A command that must succeed. */
            exec?: components["schemas"]["io.k8s.api.core.v1.ExecAction"];
            /** @description A request that must be answered well. */
            httpGet?: components["schemas"]["io.k8s.api.core.v1.HTTPGetAction"];
            /** @description A port that must be open. */
            tcpSocket?: components["schemas"]["io.k8s.api.core.v1.TCPSocketAction"];
            /** @description A gRPC health service that must say so. */
            grpc?: components["schemas"]["io.k8s.api.core.v1.GRPCAction"];
            /** @description Time before the first try. */
            initialDelaySeconds?: number;
            /** @description The longest a try may take. */
            timeoutSeconds?: number;
            /** @description Time between tries. */
            periodSeconds?: number;
            /** @description Successes in a row that count. */
            successThreshold?: number;
            /** @description Failures in a row that count. */
            failureThreshold?: number;
            /** @description Time to end, when this probe fails. */
            terminationGracePeriodSeconds?: number;
        };
        "io.k8s.api.core.v1.ProjectedVolumeSource": {
            sources?: components["schemas"]["io.k8s.api.core.v1.VolumeProjection"][];
            defaultMode?: number;
        };
        "io.k8s.api.core.v1.QuobyteVolumeSource": {
            registry: string;
            volume: string;
            readOnly?: boolean;
            user?: string;
            group?: string;
            tenant?: string;
        };
        "io.k8s.api.core.v1.RBDPersistentVolumeSource": {
            monitors: string[];
            image: string;
            fsType?: string;
            pool?: string;
            user?: string;
            keyring?: string;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.RBDVolumeSource": {
            monitors: string[];
            image: string;
            fsType?: string;
            pool?: string;
            user?: string;
            keyring?: string;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"];
            readOnly?: boolean;
        };
        /** @description Keeps a number of like pods running. Superseded by Deployment. */
        "io.k8s.api.core.v1.ReplicationController": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.ReplicationControllerSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.core.v1.ReplicationControllerStatus"];
        };
        "io.k8s.api.core.v1.ReplicationControllerCondition": {
            type: string;
            status: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.core.v1.ReplicationControllerSpec": {
            replicas?: number;
            minReadySeconds?: number;
            selector?: {
                [key: string]: string;
            };
            template?: components["schemas"]["io.k8s.api.core.v1.PodTemplateSpec"];
        };
        "io.k8s.api.core.v1.ReplicationControllerStatus": {
            replicas: number;
            fullyLabeledReplicas?: number;
            readyReplicas?: number;
            availableReplicas?: number;
            observedGeneration?: number;
            conditions?: components["schemas"]["io.k8s.api.core.v1.ReplicationControllerCondition"][];
        };
        "io.k8s.api.core.v1.ResourceClaim": {
            name: string;
            request?: string;
        };
        "io.k8s.api.core.v1.ResourceFieldSelector": {
            containerName?: string;
            resource: string;
            divisor?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
        };
        "io.k8s.api.core.v1.ResourceHealth": {
            resourceID: string;
            health?: string;
            /** @description Why the health is what it is, for people. */
            message?: string;
        };
        /** @description The most that all objects of a namespace may use together. */
        "io.k8s.api.core.v1.ResourceQuota": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.ResourceQuotaSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.core.v1.ResourceQuotaStatus"];
        };
        "io.k8s.api.core.v1.ResourceQuotaSpec": {
            hard?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            scopes?: ("BestEffort" | "CrossNamespacePodAffinity" | "NotBestEffort" | "NotTerminating" | "PriorityClass" | "Terminating" | "VolumeAttributesClass")[];
            scopeSelector?: components["schemas"]["io.k8s.api.core.v1.ScopeSelector"];
        };
        "io.k8s.api.core.v1.ResourceQuotaStatus": {
            hard?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            used?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
        };
        "io.k8s.api.core.v1.ResourceRequirements": {
            /** @description The most it may use. */
            limits?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            /** @description What is set aside for it. */
            requests?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            /** @description Devices of the pod that it uses. */
            claims?: components["schemas"]["io.k8s.api.core.v1.ResourceClaim"][];
        };
        "io.k8s.api.core.v1.ResourceStatus": {
            name: string;
            resources?: components["schemas"]["io.k8s.api.core.v1.ResourceHealth"][];
        };
        "io.k8s.api.core.v1.SELinuxOptions": {
            user?: string;
            role?: string;
            type?: string;
            level?: string;
        };
        "io.k8s.api.core.v1.ScaleIOPersistentVolumeSource": {
            gateway: string;
            system: string;
            secretRef: components["schemas"]["io.k8s.api.core.v1.SecretReference"];
            sslEnabled?: boolean;
            protectionDomain?: string;
            storagePool?: string;
            storageMode?: string;
            volumeName?: string;
            fsType?: string;
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.ScaleIOVolumeSource": {
            gateway: string;
            system: string;
            secretRef: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"];
            sslEnabled?: boolean;
            protectionDomain?: string;
            storagePool?: string;
            storageMode?: string;
            volumeName?: string;
            fsType?: string;
            readOnly?: boolean;
        };
        "io.k8s.api.core.v1.ScopeSelector": {
            matchExpressions?: components["schemas"]["io.k8s.api.core.v1.ScopedResourceSelectorRequirement"][];
        };
        "io.k8s.api.core.v1.ScopedResourceSelectorRequirement": {
            /** @enum {string} */
            scopeName: "BestEffort" | "CrossNamespacePodAffinity" | "NotBestEffort" | "NotTerminating" | "PriorityClass" | "Terminating" | "VolumeAttributesClass";
            /** @enum {string} */
            operator: "DoesNotExist" | "Exists" | "In" | "NotIn";
            values?: string[];
        };
        "io.k8s.api.core.v1.SeccompProfile": {
            /** @enum {string} */
            type: "Localhost" | "RuntimeDefault" | "Unconfined";
            localhostProfile?: string;
        };
        /** @description Configuration that is to stay secret: bytes by key. */
        "io.k8s.api.core.v1.Secret": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description True: the data can't be changed any more. */
            immutable?: boolean;
            /** @description Bytes by key, as base64. */
            data?: {
                [key: string]: string;
            };
            /** @description Text by key, for writing: it goes into data. */
            stringData?: {
                [key: string]: string;
            };
            /** @description What the data is for; Opaque when nothing is said. */
            type?: string;
        };
        "io.k8s.api.core.v1.SecretEnvSource": {
            name?: string;
            optional?: boolean;
        };
        "io.k8s.api.core.v1.SecretKeySelector": {
            name?: string;
            key: string;
            optional?: boolean;
        };
        "io.k8s.api.core.v1.SecretProjection": {
            name?: string;
            items?: components["schemas"]["io.k8s.api.core.v1.KeyToPath"][];
            optional?: boolean;
        };
        "io.k8s.api.core.v1.SecretReference": {
            name?: string;
            namespace?: string;
        };
        "io.k8s.api.core.v1.SecretVolumeSource": {
            secretName?: string;
            items?: components["schemas"]["io.k8s.api.core.v1.KeyToPath"][];
            defaultMode?: number;
            optional?: boolean;
        };
        "io.k8s.api.core.v1.SecurityContext": {
            capabilities?: components["schemas"]["io.k8s.api.core.v1.Capabilities"];
            privileged?: boolean;
            seLinuxOptions?: components["schemas"]["io.k8s.api.core.v1.SELinuxOptions"];
            windowsOptions?: components["schemas"]["io.k8s.api.core.v1.WindowsSecurityContextOptions"];
            runAsUser?: number;
            runAsGroup?: number;
            runAsNonRoot?: boolean;
            readOnlyRootFilesystem?: boolean;
            allowPrivilegeEscalation?: boolean;
            /** @enum {string} */
            procMount?: "Default" | "Unmasked";
            seccompProfile?: components["schemas"]["io.k8s.api.core.v1.SeccompProfile"];
            appArmorProfile?: components["schemas"]["io.k8s.api.core.v1.AppArmorProfile"];
        };
        /** @description One address and name for a set of pods. */
        "io.k8s.api.core.v1.Service": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.core.v1.ServiceSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.core.v1.ServiceStatus"];
        };
        /** @description An identity for what runs in pods. */
        "io.k8s.api.core.v1.ServiceAccount": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description Secrets that pods of the account may use. */
            secrets?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"][];
            /** @description Secrets with which images are pulled for pods of the account. */
            imagePullSecrets?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"][];
            /** @description Whether pods of the account are given a token. */
            automountServiceAccountToken?: boolean;
        };
        "io.k8s.api.core.v1.ServiceAccountTokenProjection": {
            audience?: string;
            expirationSeconds?: number;
            path: string;
        };
        "io.k8s.api.core.v1.ServicePort": {
            /** @description By which the port is named. */
            name?: string;
            /**
             * @description TCP, UDP or SCTP.
             * @enum {string}
             */
            protocol?: "SCTP" | "TCP" | "UDP";
            /** @description What is spoken over it. */
            appProtocol?: string;
            /** @description The port of the service. */
            port: number;
            /** @description The port of the pods, by number or name. */
            targetPort?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
            /** @description The port of every node. */
            nodePort?: number;
        };
        "io.k8s.api.core.v1.ServiceSpec": {
            /** @description Ports of the service. */
            ports?: components["schemas"]["io.k8s.api.core.v1.ServicePort"][];
            /** @description Labels of the pods behind it. */
            selector?: {
                [key: string]: string;
            };
            /** @description Address inside the cluster; None for a headless service. */
            clusterIP?: string;
            /** @description Addresses inside the cluster. */
            clusterIPs?: string[];
            /**
             * @description ClusterIP, NodePort, LoadBalancer or ExternalName.
             * @enum {string}
             */
            type?: "ClusterIP" | "ExternalName" | "LoadBalancer" | "NodePort";
            /** @description Further addresses that lead here. */
            externalIPs?: string[];
            /**
             * @description Whether a client is led to the same pod again.
             * @enum {string}
             */
            sessionAffinity?: "ClientIP" | "None";
            loadBalancerIP?: string;
            loadBalancerSourceRanges?: string[];
            /** @description The name that this one stands for. */
            externalName?: string;
            /** @description Whether requests from outside stay on their node. */
            externalTrafficPolicy?: string;
            /** @description Port at which nodes tell whether they have pods of the service. */
            healthCheckNodePort?: number;
            /** @description Pods count that are not ready. */
            publishNotReadyAddresses?: boolean;
            sessionAffinityConfig?: components["schemas"]["io.k8s.api.core.v1.SessionAffinityConfig"];
            /** @description IPv4, IPv6 or both. */
            ipFamilies?: ("IPv4" | "IPv6")[];
            /**
             * @description One family or two.
             * @enum {string}
             */
            ipFamilyPolicy?: "PreferDualStack" | "RequireDualStack" | "SingleStack";
            /** @description Whether a load balancer gets node ports. */
            allocateLoadBalancerNodePorts?: boolean;
            /** @description Who makes the load balancer. */
            loadBalancerClass?: string;
            /**
             * @description Whether requests from inside stay on their node.
             * @enum {string}
             */
            internalTrafficPolicy?: "Cluster" | "Local";
            /** @description Which pods are preferred. */
            trafficDistribution?: string;
        };
        "io.k8s.api.core.v1.ServiceStatus": {
            loadBalancer?: components["schemas"]["io.k8s.api.core.v1.LoadBalancerStatus"];
            conditions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Condition"][];
        };
        "io.k8s.api.core.v1.SessionAffinityConfig": {
            clientIP?: components["schemas"]["io.k8s.api.core.v1.ClientIPConfig"];
        };
        "io.k8s.api.core.v1.SleepAction": {
            seconds: number;
        };
        "io.k8s.api.core.v1.StorageOSPersistentVolumeSource": {
            volumeName?: string;
            volumeNamespace?: string;
            fsType?: string;
            readOnly?: boolean;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
        };
        "io.k8s.api.core.v1.StorageOSVolumeSource": {
            volumeName?: string;
            volumeNamespace?: string;
            fsType?: string;
            readOnly?: boolean;
            secretRef?: components["schemas"]["io.k8s.api.core.v1.LocalObjectReference"];
        };
        "io.k8s.api.core.v1.Sysctl": {
            name: string;
            value: string;
        };
        "io.k8s.api.core.v1.TCPSocketAction": {
            port: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
            host?: string;
        };
        "io.k8s.api.core.v1.Taint": {
            key: string;
            value?: string;
            /** @enum {string} */
            effect: "NoExecute" | "NoSchedule" | "PreferNoSchedule";
            timeAdded?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
        };
        "io.k8s.api.core.v1.Toleration": {
            key?: string;
            /** @enum {string} */
            operator?: "Equal" | "Exists" | "Gt" | "Lt";
            value?: string;
            /** @enum {string} */
            effect?: "NoExecute" | "NoSchedule" | "PreferNoSchedule";
            tolerationSeconds?: number;
        };
        "io.k8s.api.core.v1.TopologySelectorLabelRequirement": {
            key: string;
            values: string[];
        };
        "io.k8s.api.core.v1.TopologySelectorTerm": {
            matchLabelExpressions?: components["schemas"]["io.k8s.api.core.v1.TopologySelectorLabelRequirement"][];
        };
        "io.k8s.api.core.v1.TopologySpreadConstraint": {
            maxSkew: number;
            topologyKey: string;
            /** @enum {string} */
            whenUnsatisfiable: "DoNotSchedule" | "ScheduleAnyway";
            labelSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            minDomains?: number;
            /** @enum {string} */
            nodeAffinityPolicy?: "Honor" | "Ignore";
            /** @enum {string} */
            nodeTaintsPolicy?: "Honor" | "Ignore";
            matchLabelKeys?: string[];
        };
        "io.k8s.api.core.v1.TypedLocalObjectReference": {
            apiGroup?: string;
            kind: string;
            name: string;
        };
        "io.k8s.api.core.v1.TypedObjectReference": {
            apiGroup?: string;
            kind: string;
            name: string;
            namespace?: string;
        };
        "io.k8s.api.core.v1.Volume": {
            name: string;
            hostPath?: components["schemas"]["io.k8s.api.core.v1.HostPathVolumeSource"];
            emptyDir?: components["schemas"]["io.k8s.api.core.v1.EmptyDirVolumeSource"];
            gcePersistentDisk?: components["schemas"]["io.k8s.api.core.v1.GCEPersistentDiskVolumeSource"];
            awsElasticBlockStore?: components["schemas"]["io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource"];
            gitRepo?: components["schemas"]["io.k8s.api.core.v1.GitRepoVolumeSource"];
            secret?: components["schemas"]["io.k8s.api.core.v1.SecretVolumeSource"];
            nfs?: components["schemas"]["io.k8s.api.core.v1.NFSVolumeSource"];
            iscsi?: components["schemas"]["io.k8s.api.core.v1.ISCSIVolumeSource"];
            glusterfs?: components["schemas"]["io.k8s.api.core.v1.GlusterfsVolumeSource"];
            persistentVolumeClaim?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource"];
            rbd?: components["schemas"]["io.k8s.api.core.v1.RBDVolumeSource"];
            flexVolume?: components["schemas"]["io.k8s.api.core.v1.FlexVolumeSource"];
            cinder?: components["schemas"]["io.k8s.api.core.v1.CinderVolumeSource"];
            cephfs?: components["schemas"]["io.k8s.api.core.v1.CephFSVolumeSource"];
            flocker?: components["schemas"]["io.k8s.api.core.v1.FlockerVolumeSource"];
            downwardAPI?: components["schemas"]["io.k8s.api.core.v1.DownwardAPIVolumeSource"];
            fc?: components["schemas"]["io.k8s.api.core.v1.FCVolumeSource"];
            azureFile?: components["schemas"]["io.k8s.api.core.v1.AzureFileVolumeSource"];
            configMap?: components["schemas"]["io.k8s.api.core.v1.ConfigMapVolumeSource"];
            vsphereVolume?: components["schemas"]["io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource"];
            quobyte?: components["schemas"]["io.k8s.api.core.v1.QuobyteVolumeSource"];
            azureDisk?: components["schemas"]["io.k8s.api.core.v1.AzureDiskVolumeSource"];
            photonPersistentDisk?: components["schemas"]["io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource"];
            projected?: components["schemas"]["io.k8s.api.core.v1.ProjectedVolumeSource"];
            portworxVolume?: components["schemas"]["io.k8s.api.core.v1.PortworxVolumeSource"];
            scaleIO?: components["schemas"]["io.k8s.api.core.v1.ScaleIOVolumeSource"];
            storageos?: components["schemas"]["io.k8s.api.core.v1.StorageOSVolumeSource"];
            csi?: components["schemas"]["io.k8s.api.core.v1.CSIVolumeSource"];
            ephemeral?: components["schemas"]["io.k8s.api.core.v1.EphemeralVolumeSource"];
            image?: components["schemas"]["io.k8s.api.core.v1.ImageVolumeSource"];
        };
        "io.k8s.api.core.v1.VolumeDevice": {
            name: string;
            devicePath: string;
        };
        "io.k8s.api.core.v1.VolumeMount": {
            /** @description A volume of the pod. */
            name: string;
            /** @description It can't be written. */
            readOnly?: boolean;
            /** @description Nor what is mounted below. */
            recursiveReadOnly?: string;
            /** @description Where it appears. */
            mountPath: string;
            /** @description Part of the volume that appears. */
            subPath?: string;
            /**
             * @description Whether mounts go from host to container and back.
             * @enum {string}
             */
            mountPropagation?: "Bidirectional" | "HostToContainer" | "None";
            /** @description As subPath, with environment variables. */
            subPathExpr?: string;
        };
        "io.k8s.api.core.v1.VolumeMountStatus": {
            name: string;
            mountPath: string;
            readOnly?: boolean;
            recursiveReadOnly?: string;
            /** @description What is known of the mounted volume. */
            volumeStatus?: components["schemas"]["io.k8s.api.core.v1.VolumeStatus"];
        };
        "io.k8s.api.core.v1.VolumeNodeAffinity": {
            required?: components["schemas"]["io.k8s.api.core.v1.NodeSelector"];
        };
        "io.k8s.api.core.v1.VolumeProjection": {
            secret?: components["schemas"]["io.k8s.api.core.v1.SecretProjection"];
            downwardAPI?: components["schemas"]["io.k8s.api.core.v1.DownwardAPIProjection"];
            configMap?: components["schemas"]["io.k8s.api.core.v1.ConfigMapProjection"];
            serviceAccountToken?: components["schemas"]["io.k8s.api.core.v1.ServiceAccountTokenProjection"];
            clusterTrustBundle?: components["schemas"]["io.k8s.api.core.v1.ClusterTrustBundleProjection"];
            podCertificate?: components["schemas"]["io.k8s.api.core.v1.PodCertificateProjection"];
        };
        "io.k8s.api.core.v1.VolumeResourceRequirements": {
            limits?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
            requests?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
        };
        /** @description What is known of a mounted volume; one of its members is set. */
        "io.k8s.api.core.v1.VolumeStatus": {
            /** @description Of an image volume. */
            image?: components["schemas"]["io.k8s.api.core.v1.ImageVolumeStatus"];
        };
        "io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource": {
            volumePath: string;
            fsType?: string;
            storagePolicyName?: string;
            storagePolicyID?: string;
        };
        "io.k8s.api.core.v1.WeightedPodAffinityTerm": {
            weight: number;
            podAffinityTerm: components["schemas"]["io.k8s.api.core.v1.PodAffinityTerm"];
        };
        "io.k8s.api.core.v1.WindowsSecurityContextOptions": {
            gmsaCredentialSpecName?: string;
            gmsaCredentialSpec?: string;
            runAsUserName?: string;
            hostProcess?: boolean;
        };
        "io.k8s.api.discovery.v1.Endpoint": {
            addresses: string[];
            conditions?: components["schemas"]["io.k8s.api.discovery.v1.EndpointConditions"];
            hostname?: string;
            targetRef?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
            deprecatedTopology?: {
                [key: string]: string;
            };
            nodeName?: string;
            zone?: string;
            hints?: components["schemas"]["io.k8s.api.discovery.v1.EndpointHints"];
        };
        "io.k8s.api.discovery.v1.EndpointConditions": {
            ready?: boolean;
            serving?: boolean;
            terminating?: boolean;
        };
        "io.k8s.api.discovery.v1.EndpointHints": {
            forZones?: components["schemas"]["io.k8s.api.discovery.v1.ForZone"][];
            forNodes?: components["schemas"]["io.k8s.api.discovery.v1.ForNode"][];
        };
        "io.k8s.api.discovery.v1.EndpointPort": {
            name?: string;
            /** @enum {string} */
            protocol?: "SCTP" | "TCP" | "UDP";
            port?: number;
            appProtocol?: string;
        };
        /** @description Addresses behind a service, a hundred or so in each slice. */
        "io.k8s.api.discovery.v1.EndpointSlice": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @enum {string} */
            addressType: "FQDN" | "IPv4" | "IPv6";
            endpoints?: components["schemas"]["io.k8s.api.discovery.v1.Endpoint"][];
            ports?: components["schemas"]["io.k8s.api.discovery.v1.EndpointPort"][];
        };
        "io.k8s.api.discovery.v1.ForNode": {
            name: string;
        };
        "io.k8s.api.discovery.v1.ForZone": {
            name: string;
        };
        /** @description Something that happened to an object, told for people. Kept for an hour. */
        "io.k8s.api.events.v1.Event": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            eventTime: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime"];
            series?: components["schemas"]["io.k8s.api.events.v1.EventSeries"];
            reportingController?: string;
            reportingInstance?: string;
            action?: string;
            reason?: string;
            regarding?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
            related?: components["schemas"]["io.k8s.api.core.v1.ObjectReference"];
            note?: string;
            type?: string;
            deprecatedSource?: components["schemas"]["io.k8s.api.core.v1.EventSource"];
            deprecatedFirstTimestamp?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            deprecatedLastTimestamp?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            deprecatedCount?: number;
        };
        "io.k8s.api.events.v1.EventSeries": {
            count: number;
            lastObservedTime: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime"];
        };
        "io.k8s.api.flowcontrol.v1.ExemptPriorityLevelConfiguration": {
            nominalConcurrencyShares?: number;
            lendablePercent?: number;
        };
        "io.k8s.api.flowcontrol.v1.FlowDistinguisherMethod": {
            type: string;
        };
        /** @description Sorts requests to the API into flows. */
        "io.k8s.api.flowcontrol.v1.FlowSchema": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.flowcontrol.v1.FlowSchemaSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.flowcontrol.v1.FlowSchemaStatus"];
        };
        "io.k8s.api.flowcontrol.v1.FlowSchemaCondition": {
            type?: string;
            status?: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.flowcontrol.v1.FlowSchemaSpec": {
            priorityLevelConfiguration: components["schemas"]["io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference"];
            matchingPrecedence?: number;
            distinguisherMethod?: components["schemas"]["io.k8s.api.flowcontrol.v1.FlowDistinguisherMethod"];
            rules?: components["schemas"]["io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects"][];
        };
        "io.k8s.api.flowcontrol.v1.FlowSchemaStatus": {
            conditions?: components["schemas"]["io.k8s.api.flowcontrol.v1.FlowSchemaCondition"][];
        };
        "io.k8s.api.flowcontrol.v1.GroupSubject": {
            name: string;
        };
        "io.k8s.api.flowcontrol.v1.LimitResponse": {
            type: string;
            queuing?: components["schemas"]["io.k8s.api.flowcontrol.v1.QueuingConfiguration"];
        };
        "io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration": {
            nominalConcurrencyShares?: number;
            limitResponse?: components["schemas"]["io.k8s.api.flowcontrol.v1.LimitResponse"];
            lendablePercent?: number;
            borrowingLimitPercent?: number;
        };
        "io.k8s.api.flowcontrol.v1.NonResourcePolicyRule": {
            verbs: string[];
            nonResourceURLs: string[];
        };
        "io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects": {
            subjects: components["schemas"]["io.k8s.api.flowcontrol.v1.Subject"][];
            resourceRules?: components["schemas"]["io.k8s.api.flowcontrol.v1.ResourcePolicyRule"][];
            nonResourceRules?: components["schemas"]["io.k8s.api.flowcontrol.v1.NonResourcePolicyRule"][];
        };
        /** @description How many requests of a level are answered at once. */
        "io.k8s.api.flowcontrol.v1.PriorityLevelConfiguration": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationStatus"];
        };
        "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationCondition": {
            type?: string;
            status?: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference": {
            name: string;
        };
        "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec": {
            type: string;
            limited?: components["schemas"]["io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration"];
            exempt?: components["schemas"]["io.k8s.api.flowcontrol.v1.ExemptPriorityLevelConfiguration"];
        };
        "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationStatus": {
            conditions?: components["schemas"]["io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationCondition"][];
        };
        "io.k8s.api.flowcontrol.v1.QueuingConfiguration": {
            queues?: number;
            handSize?: number;
            queueLengthLimit?: number;
        };
        "io.k8s.api.flowcontrol.v1.ResourcePolicyRule": {
            verbs: string[];
            apiGroups: string[];
            resources: string[];
            clusterScope?: boolean;
            namespaces?: string[];
        };
        "io.k8s.api.flowcontrol.v1.ServiceAccountSubject": {
            namespace: string;
            name: string;
        };
        "io.k8s.api.flowcontrol.v1.Subject": {
            kind: string;
            user?: components["schemas"]["io.k8s.api.flowcontrol.v1.UserSubject"];
            group?: components["schemas"]["io.k8s.api.flowcontrol.v1.GroupSubject"];
            serviceAccount?: components["schemas"]["io.k8s.api.flowcontrol.v1.ServiceAccountSubject"];
        };
        "io.k8s.api.flowcontrol.v1.UserSubject": {
            name: string;
        };
        "io.k8s.api.networking.v1.HTTPIngressPath": {
            path?: string;
            /** @enum {string} */
            pathType: "Exact" | "ImplementationSpecific" | "Prefix";
            backend: components["schemas"]["io.k8s.api.networking.v1.IngressBackend"];
        };
        "io.k8s.api.networking.v1.HTTPIngressRuleValue": {
            paths: components["schemas"]["io.k8s.api.networking.v1.HTTPIngressPath"][];
        };
        /** @description An address that is taken from the ranges for services. */
        "io.k8s.api.networking.v1.IPAddress": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.networking.v1.IPAddressSpec"];
        };
        "io.k8s.api.networking.v1.IPAddressSpec": {
            parentRef: components["schemas"]["io.k8s.api.networking.v1.ParentReference"];
        };
        "io.k8s.api.networking.v1.IPBlock": {
            cidr: string;
            except?: string[];
        };
        /** @description Leads HTTP requests from outside to services, by host and path. */
        "io.k8s.api.networking.v1.Ingress": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.networking.v1.IngressSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.networking.v1.IngressStatus"];
        };
        "io.k8s.api.networking.v1.IngressBackend": {
            service?: components["schemas"]["io.k8s.api.networking.v1.IngressServiceBackend"];
            resource?: components["schemas"]["io.k8s.api.core.v1.TypedLocalObjectReference"];
        };
        /** @description Names the controller that answers for ingresses of the class. */
        "io.k8s.api.networking.v1.IngressClass": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.networking.v1.IngressClassSpec"];
        };
        "io.k8s.api.networking.v1.IngressClassParametersReference": {
            apiGroup?: string;
            kind: string;
            name: string;
            scope?: string;
            namespace?: string;
        };
        "io.k8s.api.networking.v1.IngressClassSpec": {
            controller?: string;
            parameters?: components["schemas"]["io.k8s.api.networking.v1.IngressClassParametersReference"];
        };
        "io.k8s.api.networking.v1.IngressLoadBalancerIngress": {
            ip?: string;
            hostname?: string;
            ports?: components["schemas"]["io.k8s.api.networking.v1.IngressPortStatus"][];
        };
        "io.k8s.api.networking.v1.IngressLoadBalancerStatus": {
            ingress?: components["schemas"]["io.k8s.api.networking.v1.IngressLoadBalancerIngress"][];
        };
        "io.k8s.api.networking.v1.IngressPortStatus": {
            port: number;
            /** @enum {string} */
            protocol: "SCTP" | "TCP" | "UDP";
            error?: string;
        };
        "io.k8s.api.networking.v1.IngressRule": {
            host?: string;
            http?: components["schemas"]["io.k8s.api.networking.v1.HTTPIngressRuleValue"];
        };
        "io.k8s.api.networking.v1.IngressServiceBackend": {
            name: string;
            port?: components["schemas"]["io.k8s.api.networking.v1.ServiceBackendPort"];
        };
        "io.k8s.api.networking.v1.IngressSpec": {
            /** @description Who answers for it. */
            ingressClassName?: string;
            /** @description Where requests go that no rule is about. */
            defaultBackend?: components["schemas"]["io.k8s.api.networking.v1.IngressBackend"];
            /** @description Certificates by host. */
            tls?: components["schemas"]["io.k8s.api.networking.v1.IngressTLS"][];
            /** @description Which requests go where. */
            rules?: components["schemas"]["io.k8s.api.networking.v1.IngressRule"][];
        };
        "io.k8s.api.networking.v1.IngressStatus": {
            loadBalancer?: components["schemas"]["io.k8s.api.networking.v1.IngressLoadBalancerStatus"];
        };
        "io.k8s.api.networking.v1.IngressTLS": {
            hosts?: string[];
            secretName?: string;
        };
        /** @description Says who may talk to which pods. */
        "io.k8s.api.networking.v1.NetworkPolicy": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.networking.v1.NetworkPolicySpec"];
        };
        "io.k8s.api.networking.v1.NetworkPolicyEgressRule": {
            ports?: components["schemas"]["io.k8s.api.networking.v1.NetworkPolicyPort"][];
            to?: components["schemas"]["io.k8s.api.networking.v1.NetworkPolicyPeer"][];
        };
        "io.k8s.api.networking.v1.NetworkPolicyIngressRule": {
            ports?: components["schemas"]["io.k8s.api.networking.v1.NetworkPolicyPort"][];
            from?: components["schemas"]["io.k8s.api.networking.v1.NetworkPolicyPeer"][];
        };
        "io.k8s.api.networking.v1.NetworkPolicyPeer": {
            podSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            namespaceSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            ipBlock?: components["schemas"]["io.k8s.api.networking.v1.IPBlock"];
        };
        "io.k8s.api.networking.v1.NetworkPolicyPort": {
            /** @enum {string} */
            protocol?: "SCTP" | "TCP" | "UDP";
            port?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
            endPort?: number;
        };
        "io.k8s.api.networking.v1.NetworkPolicySpec": {
            podSelector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            ingress?: components["schemas"]["io.k8s.api.networking.v1.NetworkPolicyIngressRule"][];
            egress?: components["schemas"]["io.k8s.api.networking.v1.NetworkPolicyEgressRule"][];
            policyTypes?: ("Egress" | "Ingress")[];
        };
        "io.k8s.api.networking.v1.ParentReference": {
            group?: string;
            resource: string;
            namespace?: string;
            name: string;
        };
        "io.k8s.api.networking.v1.ServiceBackendPort": {
            name?: string;
            number?: number;
        };
        /** @description A range of addresses for services. */
        "io.k8s.api.networking.v1.ServiceCIDR": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.networking.v1.ServiceCIDRSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.networking.v1.ServiceCIDRStatus"];
        };
        "io.k8s.api.networking.v1.ServiceCIDRSpec": {
            cidrs?: string[];
        };
        "io.k8s.api.networking.v1.ServiceCIDRStatus": {
            conditions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Condition"][];
        };
        "io.k8s.api.node.v1.Overhead": {
            podFixed?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
        };
        /** @description A way in which containers are run. */
        "io.k8s.api.node.v1.RuntimeClass": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            handler: string;
            overhead?: components["schemas"]["io.k8s.api.node.v1.Overhead"];
            scheduling?: components["schemas"]["io.k8s.api.node.v1.Scheduling"];
        };
        "io.k8s.api.node.v1.Scheduling": {
            nodeSelector?: {
                [key: string]: string;
            };
            tolerations?: components["schemas"]["io.k8s.api.core.v1.Toleration"][];
        };
        "io.k8s.api.policy.v1.Eviction": {
            kind?: string;
            apiVersion?: string;
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            deleteOptions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions"];
        };
        /** @description How many pods of a set may be evicted at a time. */
        "io.k8s.api.policy.v1.PodDisruptionBudget": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.api.policy.v1.PodDisruptionBudgetSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.policy.v1.PodDisruptionBudgetStatus"];
        };
        "io.k8s.api.policy.v1.PodDisruptionBudgetSpec": {
            minAvailable?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
            selector?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            maxUnavailable?: components["schemas"]["io.k8s.apimachinery.pkg.util.intstr.IntOrString"];
            /** @enum {string} */
            unhealthyPodEvictionPolicy?: "AlwaysAllow" | "IfHealthyBudget";
        };
        "io.k8s.api.policy.v1.PodDisruptionBudgetStatus": {
            observedGeneration?: number;
            disruptedPods?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            };
            disruptionsAllowed?: number;
            currentHealthy?: number;
            desiredHealthy?: number;
            expectedPods?: number;
            conditions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Condition"][];
        };
        "io.k8s.api.rbac.v1.AggregationRule": {
            clusterRoleSelectors?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"][];
        };
        /** @description A set of permissions. */
        "io.k8s.api.rbac.v1.ClusterRole": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            rules?: components["schemas"]["io.k8s.api.rbac.v1.PolicyRule"][];
            aggregationRule?: components["schemas"]["io.k8s.api.rbac.v1.AggregationRule"];
        };
        /** @description Gives a role to somebody, in all namespaces. */
        "io.k8s.api.rbac.v1.ClusterRoleBinding": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            subjects?: components["schemas"]["io.k8s.api.rbac.v1.Subject"][];
            roleRef: components["schemas"]["io.k8s.api.rbac.v1.RoleRef"];
        };
        "io.k8s.api.rbac.v1.PolicyRule": {
            verbs: string[];
            apiGroups?: string[];
            resources?: string[];
            resourceNames?: string[];
            nonResourceURLs?: string[];
        };
        /** @description A set of permissions in one namespace. */
        "io.k8s.api.rbac.v1.Role": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            rules?: components["schemas"]["io.k8s.api.rbac.v1.PolicyRule"][];
        };
        /** @description Gives a role to somebody, in one namespace. */
        "io.k8s.api.rbac.v1.RoleBinding": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            subjects?: components["schemas"]["io.k8s.api.rbac.v1.Subject"][];
            roleRef: components["schemas"]["io.k8s.api.rbac.v1.RoleRef"];
        };
        "io.k8s.api.rbac.v1.RoleRef": {
            apiGroup?: string;
            kind: string;
            name: string;
        };
        "io.k8s.api.rbac.v1.Subject": {
            kind: string;
            apiGroup?: string;
            name: string;
            namespace?: string;
        };
        "io.k8s.api.resource.v1.AllocatedDeviceStatus": {
            driver: string;
            pool: string;
            device: string;
            shareID?: string;
            conditions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Condition"][];
            data?: components["schemas"]["io.k8s.apimachinery.pkg.runtime.RawExtension"];
            networkData?: components["schemas"]["io.k8s.api.resource.v1.NetworkDeviceData"];
        };
        "io.k8s.api.resource.v1.AllocationResult": {
            devices?: components["schemas"]["io.k8s.api.resource.v1.DeviceAllocationResult"];
            nodeSelector?: components["schemas"]["io.k8s.api.core.v1.NodeSelector"];
            allocationTimestamp?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
        };
        "io.k8s.api.resource.v1.CELDeviceSelector": {
            expression: string;
        };
        "io.k8s.api.resource.v1.CapacityRequestPolicy": {
            default?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            validValues?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"][];
            validRange?: components["schemas"]["io.k8s.api.resource.v1.CapacityRequestPolicyRange"];
        };
        "io.k8s.api.resource.v1.CapacityRequestPolicyRange": {
            min: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            max?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            step?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
        };
        "io.k8s.api.resource.v1.CapacityRequirements": {
            requests?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
        };
        "io.k8s.api.resource.v1.Counter": {
            value: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
        };
        "io.k8s.api.resource.v1.CounterSet": {
            name: string;
            counters: {
                [key: string]: components["schemas"]["io.k8s.api.resource.v1.Counter"];
            };
        };
        "io.k8s.api.resource.v1.Device": {
            name: string;
            attributes?: {
                [key: string]: components["schemas"]["io.k8s.api.resource.v1.DeviceAttribute"];
            };
            capacity?: {
                [key: string]: components["schemas"]["io.k8s.api.resource.v1.DeviceCapacity"];
            };
            consumesCounters?: components["schemas"]["io.k8s.api.resource.v1.DeviceCounterConsumption"][];
            nodeName?: string;
            nodeSelector?: components["schemas"]["io.k8s.api.core.v1.NodeSelector"];
            allNodes?: boolean;
            taints?: components["schemas"]["io.k8s.api.resource.v1.DeviceTaint"][];
            bindsToNode?: boolean;
            bindingConditions?: string[];
            bindingFailureConditions?: string[];
            allowMultipleAllocations?: boolean;
            /** @description What the device takes of the node's own resources, by resource. */
            nodeAllocatableResourceMappings?: {
                [key: string]: components["schemas"]["io.k8s.api.resource.v1.NodeAllocatableResourceMapping"];
            };
        };
        "io.k8s.api.resource.v1.DeviceAllocationConfiguration": {
            /** @enum {string} */
            source: "FromClaim" | "FromClass";
            requests?: string[];
            opaque?: components["schemas"]["io.k8s.api.resource.v1.OpaqueDeviceConfiguration"];
        };
        "io.k8s.api.resource.v1.DeviceAllocationResult": {
            results?: components["schemas"]["io.k8s.api.resource.v1.DeviceRequestAllocationResult"][];
            config?: components["schemas"]["io.k8s.api.resource.v1.DeviceAllocationConfiguration"][];
        };
        "io.k8s.api.resource.v1.DeviceAttribute": {
            int?: number;
            bool?: boolean;
            string?: string;
            version?: string;
            /** @description Whole numbers. */
            ints?: number[];
            /** @description Truth values. */
            bools?: boolean[];
            /** @description Strings. */
            strings?: string[];
            /** @description Semantic versions. */
            versions?: string[];
        };
        "io.k8s.api.resource.v1.DeviceCapacity": {
            value: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            requestPolicy?: components["schemas"]["io.k8s.api.resource.v1.CapacityRequestPolicy"];
        };
        "io.k8s.api.resource.v1.DeviceClaim": {
            requests?: components["schemas"]["io.k8s.api.resource.v1.DeviceRequest"][];
            constraints?: components["schemas"]["io.k8s.api.resource.v1.DeviceConstraint"][];
            config?: components["schemas"]["io.k8s.api.resource.v1.DeviceClaimConfiguration"][];
        };
        "io.k8s.api.resource.v1.DeviceClaimConfiguration": {
            requests?: string[];
            opaque?: components["schemas"]["io.k8s.api.resource.v1.OpaqueDeviceConfiguration"];
        };
        /** @description A kind of device that claims can ask for. */
        "io.k8s.api.resource.v1.DeviceClass": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.resource.v1.DeviceClassSpec"];
        };
        "io.k8s.api.resource.v1.DeviceClassConfiguration": {
            opaque?: components["schemas"]["io.k8s.api.resource.v1.OpaqueDeviceConfiguration"];
        };
        "io.k8s.api.resource.v1.DeviceClassSpec": {
            selectors?: components["schemas"]["io.k8s.api.resource.v1.DeviceSelector"][];
            config?: components["schemas"]["io.k8s.api.resource.v1.DeviceClassConfiguration"][];
            extendedResourceName?: string;
        };
        "io.k8s.api.resource.v1.DeviceConstraint": {
            requests?: string[];
            matchAttribute?: string;
            distinctAttribute?: string;
        };
        "io.k8s.api.resource.v1.DeviceCounterConsumption": {
            counterSet: string;
            counters: {
                [key: string]: components["schemas"]["io.k8s.api.resource.v1.Counter"];
            };
        };
        "io.k8s.api.resource.v1.DeviceRequest": {
            name: string;
            exactly?: components["schemas"]["io.k8s.api.resource.v1.ExactDeviceRequest"];
            firstAvailable?: components["schemas"]["io.k8s.api.resource.v1.DeviceSubRequest"][];
        };
        "io.k8s.api.resource.v1.DeviceRequestAllocationResult": {
            request: string;
            driver: string;
            pool: string;
            device: string;
            adminAccess?: boolean;
            tolerations?: components["schemas"]["io.k8s.api.resource.v1.DeviceToleration"][];
            bindingConditions?: string[];
            bindingFailureConditions?: string[];
            shareID?: string;
            consumedCapacity?: {
                [key: string]: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            };
        };
        "io.k8s.api.resource.v1.DeviceSelector": {
            cel?: components["schemas"]["io.k8s.api.resource.v1.CELDeviceSelector"];
        };
        "io.k8s.api.resource.v1.DeviceSubRequest": {
            name: string;
            deviceClassName: string;
            selectors?: components["schemas"]["io.k8s.api.resource.v1.DeviceSelector"][];
            /** @enum {string} */
            allocationMode?: "All" | "ExactCount";
            count?: number;
            tolerations?: components["schemas"]["io.k8s.api.resource.v1.DeviceToleration"][];
            capacity?: components["schemas"]["io.k8s.api.resource.v1.CapacityRequirements"];
        };
        "io.k8s.api.resource.v1.DeviceTaint": {
            key: string;
            value?: string;
            /** @enum {string} */
            effect: "NoExecute" | "NoSchedule" | "None";
            timeAdded?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
        };
        "io.k8s.api.resource.v1.DeviceToleration": {
            key?: string;
            /** @enum {string} */
            operator?: "Equal" | "Exists";
            value?: string;
            /** @enum {string} */
            effect?: "NoExecute" | "NoSchedule" | "None";
            tolerationSeconds?: number;
        };
        "io.k8s.api.resource.v1.ExactDeviceRequest": {
            deviceClassName: string;
            selectors?: components["schemas"]["io.k8s.api.resource.v1.DeviceSelector"][];
            /** @enum {string} */
            allocationMode?: "All" | "ExactCount";
            count?: number;
            adminAccess?: boolean;
            tolerations?: components["schemas"]["io.k8s.api.resource.v1.DeviceToleration"][];
            capacity?: components["schemas"]["io.k8s.api.resource.v1.CapacityRequirements"];
        };
        "io.k8s.api.resource.v1.NetworkDeviceData": {
            interfaceName?: string;
            ips?: string[];
            hardwareAddress?: string;
        };
        /** @description How what is allocated of a device counts towards one of the node's own resources. */
        "io.k8s.api.resource.v1.NodeAllocatableResourceMapping": {
            /** @description The capacity of the device that counts. */
            capacityKey?: string;
            /** @description What one unit of it counts. */
            allocationMultiplier?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
        };
        "io.k8s.api.resource.v1.OpaqueDeviceConfiguration": {
            driver: string;
            parameters: components["schemas"]["io.k8s.apimachinery.pkg.runtime.RawExtension"];
        };
        /** @description A request for devices. */
        "io.k8s.api.resource.v1.ResourceClaim": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.resource.v1.ResourceClaimSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.resource.v1.ResourceClaimStatus"];
        };
        "io.k8s.api.resource.v1.ResourceClaimConsumerReference": {
            apiGroup?: string;
            resource: string;
            name: string;
            uid: string;
        };
        "io.k8s.api.resource.v1.ResourceClaimSpec": {
            devices?: components["schemas"]["io.k8s.api.resource.v1.DeviceClaim"];
        };
        "io.k8s.api.resource.v1.ResourceClaimStatus": {
            allocation?: components["schemas"]["io.k8s.api.resource.v1.AllocationResult"];
            reservedFor?: components["schemas"]["io.k8s.api.resource.v1.ResourceClaimConsumerReference"][];
            devices?: components["schemas"]["io.k8s.api.resource.v1.AllocatedDeviceStatus"][];
        };
        /** @description A description of claims, one of which is made for each pod. */
        "io.k8s.api.resource.v1.ResourceClaimTemplate": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.resource.v1.ResourceClaimTemplateSpec"];
        };
        "io.k8s.api.resource.v1.ResourceClaimTemplateSpec": {
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            spec: components["schemas"]["io.k8s.api.resource.v1.ResourceClaimSpec"];
        };
        "io.k8s.api.resource.v1.ResourcePool": {
            name: string;
            generation: number;
            resourceSliceCount: number;
        };
        /** @description Devices that a driver offers. */
        "io.k8s.api.resource.v1.ResourceSlice": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.resource.v1.ResourceSliceSpec"];
        };
        "io.k8s.api.resource.v1.ResourceSliceSpec": {
            driver: string;
            pool: components["schemas"]["io.k8s.api.resource.v1.ResourcePool"];
            nodeName?: string;
            nodeSelector?: components["schemas"]["io.k8s.api.core.v1.NodeSelector"];
            allNodes?: boolean;
            devices?: components["schemas"]["io.k8s.api.resource.v1.Device"][];
            perDeviceNodeSelection?: boolean;
            sharedCounters?: components["schemas"]["io.k8s.api.resource.v1.CounterSet"][];
        };
        /** @description How important pods of the class are. */
        "io.k8s.api.scheduling.v1.PriorityClass": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            value?: number;
            globalDefault?: boolean;
            description?: string;
            /** @enum {string} */
            preemptionPolicy?: "Never" | "PreemptLowerPriority";
        };
        /** @description What a storage driver can do. */
        "io.k8s.api.storage.v1.CSIDriver": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.storage.v1.CSIDriverSpec"];
        };
        "io.k8s.api.storage.v1.CSIDriverSpec": {
            attachRequired?: boolean;
            podInfoOnMount?: boolean;
            volumeLifecycleModes?: string[];
            storageCapacity?: boolean;
            fsGroupPolicy?: string;
            tokenRequests?: components["schemas"]["io.k8s.api.storage.v1.TokenRequest"][];
            requiresRepublish?: boolean;
            seLinuxMount?: boolean;
            nodeAllocatableUpdatePeriodSeconds?: number;
            /** @description Whether the pod's service account token comes with the secrets instead of the volume's context. */
            serviceAccountTokenInSecrets?: boolean;
            /** @description Whether pods that need the driver are kept from nodes that do not have it. */
            preventPodSchedulingIfMissing?: boolean;
        };
        /** @description The storage drivers on a node. */
        "io.k8s.api.storage.v1.CSINode": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.storage.v1.CSINodeSpec"];
        };
        "io.k8s.api.storage.v1.CSINodeDriver": {
            name: string;
            nodeID: string;
            topologyKeys?: string[];
            allocatable?: components["schemas"]["io.k8s.api.storage.v1.VolumeNodeResources"];
        };
        "io.k8s.api.storage.v1.CSINodeSpec": {
            drivers: components["schemas"]["io.k8s.api.storage.v1.CSINodeDriver"][];
        };
        /** @description How much storage of a class is left, and where. */
        "io.k8s.api.storage.v1.CSIStorageCapacity": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            nodeTopology?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"];
            storageClassName: string;
            capacity?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
            maximumVolumeSize?: components["schemas"]["io.k8s.apimachinery.pkg.api.resource.Quantity"];
        };
        /** @description A way in which volumes are made. */
        "io.k8s.api.storage.v1.StorageClass": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            provisioner: string;
            parameters?: {
                [key: string]: string;
            };
            /** @enum {string} */
            reclaimPolicy?: "Delete" | "Recycle" | "Retain";
            mountOptions?: string[];
            allowVolumeExpansion?: boolean;
            /** @enum {string} */
            volumeBindingMode?: "Immediate" | "WaitForFirstConsumer";
            allowedTopologies?: components["schemas"]["io.k8s.api.core.v1.TopologySelectorTerm"][];
        };
        "io.k8s.api.storage.v1.TokenRequest": {
            audience: string;
            expirationSeconds?: number;
        };
        /** @description Asks for a volume to be attached to a node. */
        "io.k8s.api.storage.v1.VolumeAttachment": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.api.storage.v1.VolumeAttachmentSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.api.storage.v1.VolumeAttachmentStatus"];
        };
        "io.k8s.api.storage.v1.VolumeAttachmentSource": {
            persistentVolumeName?: string;
            inlineVolumeSpec?: components["schemas"]["io.k8s.api.core.v1.PersistentVolumeSpec"];
        };
        "io.k8s.api.storage.v1.VolumeAttachmentSpec": {
            attacher: string;
            source: components["schemas"]["io.k8s.api.storage.v1.VolumeAttachmentSource"];
            nodeName: string;
        };
        "io.k8s.api.storage.v1.VolumeAttachmentStatus": {
            attached: boolean;
            attachmentMetadata?: {
                [key: string]: string;
            };
            attachError?: components["schemas"]["io.k8s.api.storage.v1.VolumeError"];
            detachError?: components["schemas"]["io.k8s.api.storage.v1.VolumeError"];
        };
        /** @description Properties of volumes that can be changed while they are used. */
        "io.k8s.api.storage.v1.VolumeAttributesClass": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            driverName: string;
            parameters?: {
                [key: string]: string;
            };
        };
        "io.k8s.api.storage.v1.VolumeError": {
            time?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            message?: string;
            errorCode?: number;
        };
        "io.k8s.api.storage.v1.VolumeNodeResources": {
            count?: number;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition": {
            name: string;
            type: string;
            format?: string;
            description?: string;
            priority?: number;
            jsonPath: string;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion": {
            strategy: string;
            webhook?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion"];
        };
        /** @description A kind of object that people add to the API. */
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus"];
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition": {
            type: string;
            status: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
            /** @description The generation of the definition that the condition is about. */
            observedGeneration?: number;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames": {
            plural: string;
            singular?: string;
            shortNames?: string[];
            kind: string;
            listKind?: string;
            categories?: string[];
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec": {
            group: string;
            names: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames"];
            scope: string;
            versions: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion"][];
            conversion?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion"];
            preserveUnknownFields?: boolean;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus": {
            conditions?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition"][];
            acceptedNames?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames"];
            storedVersions?: string[];
            /** @description The generation of the definition that was last looked at. */
            observedGeneration?: number;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion": {
            name: string;
            served: boolean;
            storage: boolean;
            deprecated?: boolean;
            deprecationWarning?: string;
            schema?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation"];
            subresources?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources"];
            additionalPrinterColumns?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition"][];
            selectableFields?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField"][];
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale": {
            specReplicasPath: string;
            statusReplicasPath: string;
            labelSelectorPath?: string;
        };
        /** @description Gives objects a /status of their own; it has no settings. */
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus": Record<string, unknown>;
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources": {
            status?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus"];
            scale?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale"];
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation": {
            openAPIV3Schema?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"];
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation": {
            /** @description What is found there. */
            description?: string;
            /** @description Where it is found. */
            url?: string;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON": unknown;
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps": {
            /** @description Not supported. */
            id?: string;
            /** @description Which JSON Schema this is. */
            $schema?: string;
            /** @description Not supported. */
            $ref?: string;
            /** @description What the value is for. */
            description?: string;
            /** @description object, array, string, integer, number or boolean. */
            type?: string;
            format?: string;
            /** @description A short name. */
            title?: string;
            default?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON"];
            /** @description The largest number. */
            maximum?: number;
            /** @description Whether the largest number itself is too large. */
            exclusiveMaximum?: boolean;
            /** @description The smallest number. */
            minimum?: number;
            /** @description Whether the smallest number itself is too small. */
            exclusiveMinimum?: boolean;
            /** @description The longest string, in characters. */
            maxLength?: number;
            /** @description The shortest string, in characters. */
            minLength?: number;
            /** @description A regular expression that the string must match somewhere. */
            pattern?: string;
            /** @description The longest list. */
            maxItems?: number;
            /** @description The shortest list. */
            minItems?: number;
            /** @description Must not be true. */
            uniqueItems?: boolean;
            /** @description What the number must be a multiple of. */
            multipleOf?: number;
            /** @description The values there are. */
            enum?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON"][];
            /** @description The most members. */
            maxProperties?: number;
            /** @description The fewest members. */
            minProperties?: number;
            /** @description Members that must be there. */
            required?: string[];
            items?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray"];
            /** @description Must all hold. */
            allOf?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"][];
            /** @description Exactly one must hold. */
            oneOf?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"][];
            /** @description At least one must hold. */
            anyOf?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"][];
            not?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"];
            /** @description The members, by name. */
            properties?: {
                [key: string]: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"];
            };
            additionalProperties?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool"];
            /** @description Not supported. */
            patternProperties?: {
                [key: string]: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"];
            };
            /** @description Not supported. */
            dependencies?: {
                [key: string]: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray"];
            };
            additionalItems?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool"];
            /** @description Not supported. */
            definitions?: {
                [key: string]: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"];
            };
            externalDocs?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation"];
            example?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON"];
            /** @description Whether null is a value. */
            nullable?: boolean;
            "x-kubernetes-preserve-unknown-fields"?: boolean;
            "x-kubernetes-embedded-resource"?: boolean;
            "x-kubernetes-int-or-string"?: boolean;
            "x-kubernetes-list-map-keys"?: string[];
            "x-kubernetes-list-type"?: string;
            "x-kubernetes-map-type"?: string;
            "x-kubernetes-validations"?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule"][];
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray": unknown;
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool": unknown;
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray": unknown;
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField": {
            jsonPath: string;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference": {
            namespace: string;
            name: string;
            path?: string;
            port?: number;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule": {
            rule: string;
            message?: string;
            messageExpression?: string;
            reason?: string;
            fieldPath?: string;
            optionalOldSelf?: boolean;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig": {
            url?: string;
            service?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference"];
            caBundle?: string;
        };
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion": {
            clientConfig?: components["schemas"]["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig"];
            conversionReviewVersions: string[];
        };
        /** @description A number with a unit: 500m, 2, 1.5Gi. Suffixes are n, u, m, k, M, G, T, P, E, or Ki, Mi, Gi, Ti, Pi, Ei in powers of 1,024, or an exponent. */
        "io.k8s.apimachinery.pkg.api.resource.Quantity": string;
        "io.k8s.apimachinery.pkg.apis.meta.v1.APIGroup": {
            kind?: string;
            apiVersion?: string;
            name: string;
            versions: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery"][];
            preferredVersion?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery"];
            serverAddressByClientCIDRs?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR"][];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.APIGroupList": {
            kind?: string;
            apiVersion?: string;
            groups: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.APIGroup"][];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.APIResource": {
            name: string;
            singularName: string;
            namespaced: boolean;
            group?: string;
            version?: string;
            kind: string;
            verbs: string[];
            shortNames?: string[];
            categories?: string[];
            storageVersionHash?: string;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.APIResourceList": {
            kind?: string;
            apiVersion?: string;
            groupVersion: string;
            resources: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.APIResource"][];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.APIVersions": {
            kind?: string;
            apiVersion?: string;
            versions: string[];
            serverAddressByClientCIDRs: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR"][];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.Condition": {
            type: string;
            status: string;
            observedGeneration?: number;
            lastTransitionTime: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason: string;
            message: string;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions": {
            kind?: string;
            apiVersion?: string;
            gracePeriodSeconds?: number;
            preconditions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions"];
            orphanDependents?: boolean;
            propagationPolicy?: string;
            dryRun?: string[];
            ignoreStoreReadErrorWithClusterBreakingPotential?: boolean;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement": {
            key: string;
            operator: string;
            values?: string[];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": unknown;
        "io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery": {
            groupVersion: string;
            version: string;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector": {
            /** @description Labels with exactly these values. */
            matchLabels?: {
                [key: string]: string;
            };
            /** @description Further conditions on labels; all must hold. */
            matchExpressions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement"][];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement": {
            /** @description The label. */
            key: string;
            /** @description In, NotIn, Exists or DoesNotExist. */
            operator: string;
            /** @description For In and NotIn. */
            values?: string[];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta": {
            selfLink?: string;
            resourceVersion?: string;
            continue?: string;
            remainingItemCount?: number;
            /** @description Which part of a list that is read in shards this is. */
            shardInfo?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ShardInfo"];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry": {
            manager?: string;
            operation?: string;
            apiVersion?: string;
            time?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            fieldsType?: string;
            fieldsV1?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1"];
            subresource?: string;
        };
        /** @description An RFC 3339 time with microseconds. */
        "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": string;
        "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta": {
            /** @description Unique among objects of a kind in a namespace. */
            name?: string;
            /** @description What the server makes a name from when none is given. */
            generateName?: string;
            /** @description Where the object is; default when nothing is said. */
            namespace?: string;
            /** @description No longer filled. */
            selfLink?: string;
            /** @description Unique over time and space; given by the server. */
            uid?: string;
            /** @description Changes with every write; an update that names an old one is refused. */
            resourceVersion?: string;
            /** @description Goes up when what is wanted changes. */
            generation?: number;
            /** @description When the object was created. */
            creationTimestamp?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            /** @description Since when the object is being deleted. */
            deletionTimestamp?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            /** @description Time the object has to end by itself. */
            deletionGracePeriodSeconds?: number;
            /** @description By which objects are found and grouped. */
            labels?: {
                [key: string]: string;
            };
            /** @description What tools and people note; no one selects by them. */
            annotations?: {
                [key: string]: string;
            };
            /** @description Objects that this one belongs to; it goes when they are gone. */
            ownerReferences?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference"][];
            /** @description Who must let go before the object is deleted. */
            finalizers?: string[];
            /** @description Who set which fields. */
            managedFields?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry"][];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference": {
            apiVersion: string;
            kind: string;
            name: string;
            uid: string;
            controller?: boolean;
            blockOwnerDeletion?: boolean;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata": {
            kind?: string;
            apiVersion?: string;
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.PartialObjectMetadataList": {
            kind?: string;
            apiVersion?: string;
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta"];
            items: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata"][];
        };
        /** @description A change to an object, in the form that the Content-Type names. */
        "io.k8s.apimachinery.pkg.apis.meta.v1.Patch": Record<string, unknown>;
        "io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions": {
            uid?: string;
            resourceVersion?: string;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR": {
            clientCIDR: string;
            serverAddress: string;
        };
        /** @description Which part of a list an answer holds. */
        "io.k8s.apimachinery.pkg.apis.meta.v1.ShardInfo": {
            /** @description The selector of the shard. */
            selector: string;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.Status": {
            kind?: string;
            apiVersion?: string;
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta"];
            status?: string;
            message?: string;
            reason?: string;
            details?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails"];
            code?: number;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause": {
            reason?: string;
            message?: string;
            field?: string;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails": {
            name?: string;
            group?: string;
            kind?: string;
            uid?: string;
            causes?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause"][];
            retryAfterSeconds?: number;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.Table": {
            kind?: string;
            apiVersion?: string;
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta"];
            columnDefinitions: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.TableColumnDefinition"][];
            rows: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.TableRow"][];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.TableColumnDefinition": {
            name: string;
            type: string;
            format: string;
            description: string;
            priority: number;
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.TableRow": {
            cells: Record<string, unknown>[];
            conditions?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.TableRowCondition"][];
            object?: components["schemas"]["io.k8s.apimachinery.pkg.runtime.RawExtension"];
        };
        "io.k8s.apimachinery.pkg.apis.meta.v1.TableRowCondition": {
            type: string;
            status: string;
            reason?: string;
            message?: string;
        };
        /** @description An RFC 3339 time, to the second. */
        "io.k8s.apimachinery.pkg.apis.meta.v1.Time": string;
        "io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent": {
            /** @description ADDED, MODIFIED, DELETED, BOOKMARK or ERROR. */
            type: string;
            object: components["schemas"]["io.k8s.apimachinery.pkg.runtime.RawExtension"];
        };
        "io.k8s.apimachinery.pkg.runtime.RawExtension": unknown;
        "io.k8s.apimachinery.pkg.util.intstr.IntOrString": number | string;
        "io.k8s.apimachinery.pkg.version.Info": {
            major: string;
            minor: string;
            emulationMajor?: string;
            emulationMinor?: string;
            minCompatibilityMajor?: string;
            minCompatibilityMinor?: string;
            /** @description The release, as a tag says it. */
            gitVersion: string;
            /** @description Of which commit it is built. */
            gitCommit: string;
            /** @description clean, or dirty when the commit was changed before. */
            gitTreeState: string;
            /** @description When it was built. */
            buildDate: string;
            /** @description Which runtime it is for. */
            goVersion: string;
            /** @description What runs it. */
            compiler: string;
            /** @description Operating system and processor. */
            platform: string;
        };
        /** @description Hands the requests of one API group and version to another server. */
        "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService": {
            kind?: string;
            apiVersion?: string;
            /** @description Name, labels and everything else that all objects have. */
            metadata?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"];
            /** @description What is wanted. */
            spec?: components["schemas"]["io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec"];
            /** @description What is; written by those who answer for the object. */
            status?: components["schemas"]["io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus"];
        };
        "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition": {
            type: string;
            status: string;
            lastTransitionTime?: components["schemas"]["io.k8s.apimachinery.pkg.apis.meta.v1.Time"];
            reason?: string;
            message?: string;
        };
        "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec": {
            service?: components["schemas"]["io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference"];
            group?: string;
            version?: string;
            insecureSkipTLSVerify?: boolean;
            caBundle?: string;
            groupPriorityMinimum: number;
            versionPriority: number;
        };
        "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus": {
            conditions?: components["schemas"]["io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition"][];
        };
        "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference": {
            namespace?: string;
            name?: string;
            port?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
