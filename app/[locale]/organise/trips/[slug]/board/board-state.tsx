import type { BoardTexts } from "./board-texts.ts";
import type { Following } from "./follow.ts";

type BoardStateProps = {
  following: Following;
  readAt: string;
  /** Of the page itself. */
  address: string;
  texts: BoardTexts;
};

/** Whether the numbers renew themselves and since when they are, in words; a link to read them anew where they do not. */
export function BoardState({ following, readAt, address, texts }: BoardStateProps) {
  const isCut = following === "lost" || following === "over";
  return (
    <div className={isCut ? "notice error" : "board-state"}>
      <p className="screen" role="status">
        {following === "not" ? null : texts[following]}
      </p>
      <p>
        {texts.readAt.replace("{at}", readAt)}{" "}
        {following === "live" ? null : (
          <a className="screen" href={address}>
            {texts.again}
          </a>
        )}
      </p>
    </div>
  );
}
