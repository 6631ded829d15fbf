// Days as people in France have them: year, month, day, with no hour and no time zone.

const DAY = 86_400_000;

/** The day of an ISO text as a number, to count with. */
export const number = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** The ISO text of such a number. */
export const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** Today, where the reader is. */
export const today = () => {
  const now = new Date();
  return iso(Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY));
};

/** Whether a text is a day that exists. */
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(number(text)) && iso(number(text)) === text;

/** Whether a text is a day that can be asked about. */
export const isAskable = (text) => isDay(text) && text >= "1900" && text < "2200";

/** Every day that plain data tells, from 1990 to 2100. */
export const daysIn = (data) => {
  if (typeof data === "string") return isDay(data) && data >= "1990" && data < "2100" ? [data] : [];
  return data && typeof data === "object" ? Object.values(data).flatMap(daysIn) : [];
};
