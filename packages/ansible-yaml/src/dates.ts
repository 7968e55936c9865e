// Dates that Python has: year 1 to 9999, days of the Gregorian calendar.

const TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](\d\d?)(?::(\d\d))?))?)?$/;

/** Whether there is such a day, and such a time on it: PyYAML fails on `2001-02-30` and on `25:00:00`. */
export function isDate(text: string): boolean {
  const numbers = TIME.exec(text)
    ?.slice(1)
    .map((part = '0') => Number(part));
  if (!numbers) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0, zoneMinute = 0] = numbers;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  // Python's timezone is less than a day.
  return hour < 24 && minute < 60 && second < 60 && zone * 60 + zoneMinute < 24 * 60;
}

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
