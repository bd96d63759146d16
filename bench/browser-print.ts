import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "#scripts/checks/chromium.ts";
import { treePeakMb } from "./memory.ts";
import { treeCpuMilliseconds } from "./process-cpu.ts";

/** A warm browser that prints pages. */
export type Printer = {
  /** A tagged PDF of a page, opened for it alone: nothing of one person's paper is left for the next. */
  print: (html: string) => Promise<Printed>;
  /** CPU milliseconds of all processes of the browser since it began. */
  cpuMs: () => number;
  /** The most megabytes that all processes of the browser hold while `work` runs. */
  peakMb: (work: () => Promise<unknown>) => Promise<number>;
};

/** `ms`: from a new page to its PDF; closing the page is not counted. */
export type Printed = { pdf: Uint8Array; ms: number };

/** A browser without a window, as long as `work` runs. */
export async function withPrinter<Value>(
  work: (printer: Printer) => Promise<Value>,
): Promise<Value> {
  const browser = await chromium.launch(await findChromium());
  try {
    const pid = await pidOf(browser);
    return await work({
      print: async (html) => {
        const began = performance.now();
        const page = await browser.newPage();
        await page.setContent(html);
        // Typst writes an outline as well.
        const tags = { tagged: true, outline: true };
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, ...tags });
        const ms = performance.now() - began;
        await page.close();
        return { pdf, ms };
      },
      cpuMs: () => treeCpuMilliseconds(pid),
      peakMb: (printing) => treePeakMb(pid, printing),
    });
  } finally {
    await browser.close();
  }
}

async function pidOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const first = processInfo.find(({ type }) => type === "browser");
  if (!first) throw new Error("The browser does not say which process it is");
  return first.id;
}
