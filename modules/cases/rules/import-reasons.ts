interface Text {
  zh: string;
  en: string;
}

/** Why a row of a file is not taken. Codes are stable; the texts are for people. */
export const refusalReasons = {
  missing_text: { zh: '既无标题也无内容', en: 'neither title nor body' },
  missing_number: { zh: '没有编号，重复导入时无法识别', en: 'no number: the row could not be recognised when imported again' },
  number_too_long: { zh: '编号超过 80 个字符', en: 'the number is longer than 80 characters' },
  text_too_long: { zh: '内容超过 8000 个字符', en: 'the text is longer than 8,000 characters' },
  missing_opened_at: { zh: '没有受理时间', en: 'no opening time' },
  not_a_date: { zh: '看不出是日期', en: 'not recognised as a date' },
  no_such_day: { zh: '没有这一天', en: 'no such day in the calendar' },
  no_such_time: { zh: '没有这个时刻', en: 'no such time of day' },
  order_unknown: { zh: '分不清月与日的先后，请指定', en: 'day and month cannot be told apart: choose their order' },
  year_unclear: { zh: '年份只有两位，无法确定', en: 'a year of two digits is not certain' },
  year_implausible: { zh: '年份不在 1970 到 2100 之间', en: 'the year is outside 1970 to 2100' },
  opened_in_future: { zh: '受理时间在将来', en: 'opened in the future' },
  closed_in_future: { zh: '办结时间在将来', en: 'closed in the future' },
  closed_before_opened: { zh: '办结早于受理', en: 'closed before it was opened' },
  due_before_opened: { zh: '时限早于受理', en: 'due before it was opened' },
  closed_without_time: { zh: '状态为已办结，却没有办结时间', en: 'said to be closed, but there is no closing time' },
} as const satisfies Record<string, Text>;
export type RefusalReason = keyof typeof refusalReasons;

/** What was put right or left out while the row was taken. */
export const warningReasons = {
  coordinate_incomplete: { zh: '坐标只有一半，未采用', en: 'half of the coordinate is missing: taken without a place' },
  coordinate_unreadable: { zh: '坐标不是数字，未采用', en: 'the coordinate is no number: taken without a place' },
  coordinate_zero: { zh: '坐标为零，未采用', en: 'the coordinate is zero: taken without a place' },
  coordinate_truncated: {
    zh: '坐标精度不足（约一公里以上），未采用',
    en: 'the coordinate is cut to a kilometre or worse: taken without a place',
  },
  coordinate_outside: { zh: '坐标超出范围，未采用', en: 'the coordinate lies outside: taken without a place' },
  coordinate_swapped: { zh: '经纬度写反，已对调', en: 'longitude and latitude were swapped: put right' },
  unknown_state: { zh: '不认识的状态，按办结时间判断', en: 'unknown status: decided by the closing time' },
  close_time_ignored: { zh: '状态为未办结，办结时间未采用', en: 'said to be open: the closing time was not taken' },
  duplicate_still_open: { zh: '标为重复但未办结，按在办导入', en: 'marked as duplicate but not closed: taken as open' },
  title_shortened: { zh: '标题过长，已缩短；全文在内容中', en: 'the title was shortened; it stands whole in the body' },
  address_shortened: { zh: '地址过长，已缩短；全文在内容中', en: 'the address was shortened; it stands whole in the body' },
  undecodable_text: { zh: '含有无法解码的字符，请检查编码', en: 'holds characters that could not be decoded: check the encoding' },
  phone_unreadable: { zh: '电话号码不可用，未采用', en: 'the telephone number is unusable: not taken' },
  name_too_long: { zh: '姓名过长，未采用', en: 'the name is too long: not taken' },
  number_unreadable: { zh: '不是数量，未采用', en: 'not a count: not taken' },
  area_code_unreadable: { zh: '区划代码不可用，已用默认值', en: 'the area code is unusable: the default was taken' },
} as const satisfies Record<string, Text>;
export type WarningReason = keyof typeof warningReasons;
