import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { to: string[]; source: string };

export type MailServer = {
  url: string;
  received: ReceivedMail[];
  /** What it answers to the next recipients, e.g. 451 or 550; nothing: it takes them. */
  refuseWith: number | null;
  stop: () => Promise<void>;
};

/** A real SMTP server on a free port that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      const responseCode = known.refuseWith;
      if (responseCode) done(Object.assign(new Error("refused by the test"), { responseCode }));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, source: Buffer.concat(chunks).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const known: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseWith: null,
    stop: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return known;
}

/** One to which this process sends its mails from now on. */
export async function setUpMailServer(): Promise<MailServer> {
  const server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "Pieredze <pieredze@example.lv>";
  return server;
}
