/** Names of time zones, as the IANA database (2025) writes them: case matters, where Intl takes any. */
const links: Readonly<Record<string, string>> = {
  Africa: 'Asmara Timbuktu',
  America: `Argentina/Buenos_Aires Argentina/Catamarca Argentina/ComodRivadavia Argentina/Cordoba Argentina/Jujuy Argentina/Mendoza Atikokan Atka Ensenada
    Fort_Wayne Indiana/Indianapolis Kentucky/Louisville Knox_IN Montreal Nipigon Nuuk Pangnirtung Porto_Acre Rainy_River Rosario Santa_Isabel Shiprock
    Thunder_Bay Virgin Yellowknife`,
  Antarctica: 'South_Pole',
  Asia: `Ashkhabad Choibalsan Chongqing Chungking Dacca Harbin Ho_Chi_Minh Istanbul Kashgar Kathmandu Kolkata Macao Tel_Aviv Thimbu Ujung_Pandang Ulan_Bator
    Yangon`,
  Atlantic: 'Faroe Jan_Mayen',
  Australia: 'ACT Canberra Currie LHI NSW North Queensland South Tasmania Victoria West Yancowinna',
  Brazil: 'Acre DeNoronha East West',
  '': `CET CST6CDT Cuba EET EST EST5EDT Egypt Eire Factory GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein
    Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu`,
  Canada: 'Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon',
  Chile: 'Continental EasterIsland',
  Europe: 'Belfast Kyiv Nicosia Tiraspol Uzhgorod Zaporozhye',
  Mexico: 'BajaNorte BajaSur General',
  Pacific: 'Chuuk Johnston Kanton Pohnpei Samoa Yap',
  US: 'Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific Samoa',
}

/** Names beside those that Intl tells of: of before, and other names of the same zone. */
function* otherNames(): Iterable<string> {
  for (const [area, names] of Object.entries(links))
    for (const name of names.split(/\s+/)) yield area ? `${area}/${name}` : name
  for (const name of ['GMT', 'GMT0', 'Greenwich', 'UCT', 'UTC', 'Universal', 'Zulu']) yield `Etc/${name}`
  for (let hours = 0; hours <= 14; hours++) yield `Etc/GMT-${hours}`
  for (let hours = 0; hours <= 12; hours++) yield `Etc/GMT+${hours}`
}

let known: ReadonlySet<string> | undefined

/** Whether a schedule may name it. `Local` and the empty name, which Go knows as well, are no places: see timeZoneFaults. */
export function isTimeZone(name: string): boolean {
  known ??= new Set(['', 'Local', ...Intl.supportedValuesOf('timeZone'), ...otherNames()])
  return known.has(name)
}
