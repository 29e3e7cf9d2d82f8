/** The compiler for expressions, as the admission seam hands it out. */
import type { AdmissionContext } from '../../../core/admission/contract.js'

export type AdmissionContract = ReturnType<AdmissionContext['expressions']>
export type Program = ReturnType<AdmissionContract['compile']>
export type Sight = Parameters<AdmissionContract['compile']>[1]
export type Evaluation = ReturnType<AdmissionContract['evaluation']>
