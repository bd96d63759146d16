import { expect, type Locator } from "@playwright/test";

/** How somebody works: with a pointer, or with the keyboard alone. */
export type Hand = {
  press: (target: Locator) => Promise<void>;
  write: (target: Locator, text: string) => Promise<void>;
  /** Chooses from a list by its words or value. */
  choose: (target: Locator, option: string) => Promise<void>;
};

export const pointer: Hand = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: async (target, option) => {
    await target.selectOption(option);
  },
};

/** As far as anybody would go for one field before giving up. */
const mostSteps = 400;

/** Reaches everything by Tab, from where the focus is; never touches a pointer. */
export const keyboard: Hand = {
  press: async (target) => {
    await reach(target);
    const isSwitch = await target.evaluate(
      (element) => element instanceof HTMLInputElement || element instanceof HTMLButtonElement,
    );
    await target.page().keyboard.press(isSwitch ? "Space" : "Enter");
  },
  write: async (target, text) => {
    await reach(target);
    const type = await target.getAttribute("type");
    const keys = target.page().keyboard;
    if (type === "date" || type === "time" || type === "datetime-local") {
      await writeMoment(target, text);
    } else {
      await keys.press("ControlOrMeta+a");
      await keys.type(text);
    }
    await expect(target).toHaveValue(text);
  },
  choose: async (target, option) => {
    await reach(target);
    const keys = target.page().keyboard;
    await keys.press("Home");
    for (let step = 0; step < mostSteps && !(await isChosen(target, option)); step++) {
      await keys.press("ArrowDown");
    }
    expect(await isChosen(target, option)).toBe(true);
  },
};

async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < mostSteps; step++) {
    if (await isThere()) return;
    await target.page().keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

const isChosen = (target: Locator, option: string) =>
  target.evaluate((element, wanted) => {
    const select = element as HTMLSelectElement;
    const [chosen] = select.selectedOptions;
    return chosen?.value === wanted || chosen?.label === wanted;
  }, option);

/** Month, day, year, hour, minute, half of the day: the order in which an English browser asks. */
async function writeMoment(target: Locator, text: string): Promise<void> {
  const keys = target.page().keyboard;
  const [, year, month, day] = /(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  const [, hour, minute] = /(\d\d):(\d\d)/.exec(text) ?? [];
  if (year && month && day) {
    await keys.type(`${month}${day}${year}`);
    if (hour) await keys.press("ArrowRight");
  }
  if (hour && minute) {
    const half = Number(hour) < 12 ? "AM" : "PM";
    await keys.type(`${String(Number(hour) % 12 || 12).padStart(2, "0")}${minute}${half}`);
  }
}
