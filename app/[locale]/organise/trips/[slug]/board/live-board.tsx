"use client";

import { useEffect, useState } from "react";
import type { ShownBoard } from "#app/_server/shown-board.ts";
import type { Locale } from "#lib/locales.ts";
import { BoardDay } from "./board-day.tsx";
import { BoardState } from "./board-state.tsx";
import type { BoardTexts } from "./board-texts.ts";
import { type Following, follow } from "./follow.ts";

type LiveBoardProps = {
  /** As it was when the page was made. */
  board: ShownBoard;
  /** Of the page; its changes come from `/events` below. */
  address: string;
  /** The day that is unfolded at first. */
  openDate: string | undefined;
  locale: Locale;
  texts: BoardTexts;
};

/** The board as the page brought it, and from then on as the server sends it. */
export function LiveBoard({ board: first, address, openDate, locale, texts }: LiveBoardProps) {
  const [board, setBoard] = useState(first);
  const [following, setFollowing] = useState<Following>("not");
  useEffect(
    () => follow(`${address}/events`, { board: setBoard, following: setFollowing }),
    [address],
  );
  return (
    <div className="board">
      <BoardState
        following={following}
        readAt={board.readAt[locale]}
        address={address}
        texts={texts}
      />
      {board.days.map((day) => (
        <BoardDay
          key={day.date}
          day={day}
          name={day.name[locale]}
          isOpen={day.date === openDate}
          locale={locale}
          texts={texts}
        />
      ))}
    </div>
  );
}
