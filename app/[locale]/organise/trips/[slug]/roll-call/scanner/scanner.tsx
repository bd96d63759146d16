import { type ReactNode, useId, useState } from "react";
import { type Known, knownByCode, knownByPicture } from "#domain/badge/rules.ts";
import type { RollCall, RollCallPerson } from "#domain/roll-call/schema.ts";
import type { Called } from "../person.tsx";
import { fill } from "../roll-call-texts.ts";
import { Camera } from "./camera.tsx";
import type { ScanTexts } from "./scan-texts.ts";
import { TypedCode } from "./typed-code.tsx";

type ScannerProps = {
  list: RollCall;
  /** Whoever is called in the chosen place. */
  people: Called[];
  onMark: (registrationIds: readonly string[], present: boolean) => void;
  texts: ScanTexts;
};

/** Marks whoever shows a badge, by camera or by its typed code; what became of it is said and felt. */
export function Scanner({ list, people, onMark, texts }: ScannerProps) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const id = useId();

  function take(known: Known<RollCallPerson>, unknown: string) {
    const next = outcome(known, people, texts, unknown);
    if (next.marks) onMark([next.marks], true);
    navigator.vibrate?.(next.marks ? 80 : [60, 60, 60]);
    setSaid(next);
  }

  function takePicture(shown: string[]) {
    const all = shown.map((text) => knownByPicture(text, list.people, list.badgeSeries));
    // The code of the itinerary itself may be in the picture too.
    const badges = all.filter(({ kind }) => kind !== "unknown");
    for (const known of badges.length > 0 ? badges : all.slice(0, 1)) take(known, texts.unknown);
  }

  return (
    <section className="scanner" aria-label={texts.title}>
      <p>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
            setSaid(null);
          }}
        >
          {open ? texts.close : texts.open}
        </button>
      </p>
      <div id={id} hidden={!open}>
        {open ? (
          <>
            <Camera onCodes={takePicture} texts={texts} />
            <SaidLine said={said} />
            <TypedCode
              onCode={(text) => take(knownByCode(text, list.people), texts.unknownTyped)}
              texts={texts}
            />
          </>
        ) : null}
      </div>
    </section>
  );
}

type Said = { words: string; marks: string | null };

/** What is said of a code, and who is marked by it. */
function outcome(
  known: Known<RollCallPerson>,
  people: Called[],
  texts: ScanTexts,
  unknown: string,
): Said {
  if (known.kind !== "person") {
    return { words: known.kind === "unknown" ? unknown : texts[known.kind], marks: null };
  }
  const { registrationId, givenName, familyName } = known.person;
  const name = `${givenName} ${familyName}`;
  const called = people.find((one) => one.registrationId === registrationId);
  if (!called) return { words: fill(texts.elsewhere, { name }), marks: null };
  if (called.state === "present") return { words: fill(texts.already, { name }), marks: null };
  return { words: fill(texts.marked, { name }), marks: registrationId };
}

function SaidLine({ said }: { said: Said | null }): ReactNode {
  return (
    <p role="status" className={said && !said.marks ? "scanned error" : "scanned"}>
      {said?.words ?? ""}
    </p>
  );
}
