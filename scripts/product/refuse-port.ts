import { portTrouble } from "../free-port.ts";
import { Refusal } from "../refusal.ts";

/** Refuses, with the remedy, an address at which the web server could not listen. */
export async function refusePort({ host, port }: { host: string; port: number }): Promise<void> {
  const trouble = await portTrouble(host, port);
  switch (trouble) {
    case null:
      return;
    case "EADDRINUSE":
      throw new Refusal(
        `Port ${port} is in use by another program. Stop that one, or choose another: PORT=${port === 65_535 ? 3000 : port + 1}`,
      );
    case "EACCES":
      throw new Refusal(`This user may not open port ${port}. Choose one above 1023: PORT=3000`);
    default:
      throw new Refusal(
        `Nothing can listen at ${host} (${trouble}). HOST must be an address of this machine.`,
      );
  }
}
