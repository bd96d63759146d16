/** What the person who runs a command can put right: shown as one plain line, without a stack. */
export class Refusal extends Error {}

/** Of a program that a signal ended while it was starting: it may well start next time. */
export class Killed extends Refusal {}

/** Runs a command's main function: exit code 1 and one line for a refusal, the stack for a surprise. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
