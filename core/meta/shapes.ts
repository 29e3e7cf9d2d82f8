/** Shapes of the protocol that are never stored: named here because both houses speak of them. */
export const scaleShape = { group: 'autoscaling', version: 'v1', apiVersion: 'autoscaling/v1', kind: 'Scale' } as const
