import { env } from "#lib/env.ts";

/** The text of a mail as it was written, its addresses as links; those of this product within it. */
export function MailText({ text }: { text: string }) {
  const pieces = text.split(/(https?:\/\/[^\s]*[^\s.,;])/);
  return (
    <p className="written">
      {pieces.map((piece, index) =>
        index % 2 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change their order
          <a key={index} href={piece.replace(env().APP_URL, "")}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
