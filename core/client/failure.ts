import { parseStatus, type Status, StatusError, type StatusReason } from '../meta/index.js'
import type { TransportResponse } from './transport.js'
