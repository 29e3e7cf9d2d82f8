/** Volumes over iSCSI and fibre channel. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { FCVolumeSource, ISCSIVolumeSource } from '../../../crds/generated/tokens.js'
import { invalid, required } from '../causes.js'

const forms: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.[-.a-zA-Z0-9]+:[^,;*&$|\s]+$/,
  eui: /^eui.[a-zA-Z0-9]{16}$/,
  naa: /^naa.[a-zA-Z0-9]{32}$/,
}

export function checkIscsiSource(iscsi: ISCSIVolumeSource, at: string, found: StatusCause[]): void {
  if (iscsi.iqn) checkInitiator(iscsi.iqn, `${at}.iqn`, found)
  if (iscsi.initiatorName !== undefined) checkInitiator(iscsi.initiatorName, `${at}.initiatorname`, found)
  checkUnit(iscsi.lun, `${at}.lun`, found)
  if ((iscsi.chapAuthDiscovery || iscsi.chapAuthSession) && !iscsi.secretRef) found.push(required(`${at}.secretRef`))
}

function checkInitiator(name: string, field: string, found: StatusCause[]): void {
  const form = forms[name.slice(0, 3)]
  if (!form) found.push(invalid(field, name, 'begins with iqn, eui or naa'))
  else if (name.length > 1024 || !form.test(name)) found.push(invalid(field, name, 'is no name of that form'))
}

function checkUnit(unit: number | undefined, field: string, found: StatusCause[]): void {
  if (unit === undefined || (unit >= 0 && unit <= 255)) return
  found.push(invalid(field, unit, 'must be between 0 and 255, inclusive'))
}

export function checkFcSource({ targetWWNs, wwids, lun }: FCVolumeSource, at: string, found: StatusCause[]): void {
  const names = targetWWNs?.length ?? 0
  const ids = wwids?.length ?? 0
  const field = `${at}.targetWWNs`
  if (!names && !ids) found.push(required(field, 'name ports by `targetWWNs`, or devices by `wwids`'))
  if (names && ids) found.push(invalid(field, targetWWNs, 'say these or `wwids`, not both'))
  if (names && lun === undefined) found.push(required(`${at}.lun`, 'which unit behind `targetWWNs`'))
  if (names) checkUnit(lun, `${at}.lun`, found)
}
