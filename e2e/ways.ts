import { test } from "@playwright/test";
import { type Hand, keyboard, pointer } from "./hand.ts";

/** Every journey is made in each of these ways. */
const ways: { name: string; hand: Hand; javaScriptEnabled: boolean }[] = [
  { name: "with a pointer", hand: pointer, javaScriptEnabled: true },
  { name: "by keyboard alone", hand: keyboard, javaScriptEnabled: true },
  { name: "without JavaScript", hand: pointer, javaScriptEnabled: false },
];

/** Describes a journey once for each way of making it. */
export function inEveryWay(journey: (hand: Hand, javaScriptEnabled: boolean) => void): void {
  for (const { name, hand, javaScriptEnabled } of ways) {
    test.describe(name, () => {
      test.use({ javaScriptEnabled });
      journey(hand, javaScriptEnabled);
    });
  }
}
