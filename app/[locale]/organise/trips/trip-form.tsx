"use client";

import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState } from "#components/form-state.ts";
import { RecordField, type RecordFieldFacts } from "#components/record-field.tsx";

export type TripFormTexts = {
  days: string;
  daysHint: string;
  day: string;
  route: string;
  routeHint: string;
  place: string;
  placeKind: string;
  pickup: string;
  visit: string;
  submit: string;
  back: string;
};

type TripFormProps = {
  action: FormAction;
  initial: FormState;
  /** Fields before the days, between the route and the end: plain ones, said as data. */
  before: RecordFieldFacts[];
  after: RecordFieldFacts[];
  places: { value: string; label: string }[];
  texts: TripFormTexts;
  backTo: string;
};

/** The facts of a trip: for a new one and for one on record alike. */
export function TripForm(props: TripFormProps) {
  const { action, initial, before, after, places, texts, backTo } = props;
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      back={{ href: backTo, label: texts.back }}
    >
      {(state) => (
        <>
          {before.map((field) => (
            <RecordField key={field.name} field={field} state={state} />
          ))}
          <Days state={state} texts={texts} />
          <Route state={state} texts={texts} places={places} />
          {after.map((field) => (
            <RecordField key={field.name} field={field} state={state} />
          ))}
        </>
      )}
    </FormFrame>
  );
}

function Days({ state, texts }: { state: FormState; texts: TripFormTexts }) {
  const days = state.values.dates ?? [];
  const error = errorOf(state, "dates");
  return (
    <fieldset className={`field${error ? " bad" : ""}`} id="dates" tabIndex={-1}>
      <legend>{texts.days}</legend>
      <p className="hint">{texts.daysHint}</p>
      {error ? <p className="error">{error}</p> : null}
      <div className="rows">
        {numbered(days, 2, 4).map((row) => (
          <input
            key={row}
            type="date"
            name="dates"
            aria-label={`${texts.day} ${row + 1}`}
            defaultValue={days[row] ?? ""}
          />
        ))}
      </div>
    </fieldset>
  );
}

type RouteProps = { state: FormState; texts: TripFormTexts; places: TripFormProps["places"] };

function Route({ state, texts, places }: RouteProps) {
  const chosen = state.values.places ?? [];
  const kinds = state.values.placeKinds ?? [];
  const error = errorOf(state, "places");
  return (
    <fieldset className={`field${error ? " bad" : ""}`} id="places" tabIndex={-1}>
      <legend>{texts.route}</legend>
      <p className="hint">{texts.routeHint}</p>
      {error ? <p className="error">{error}</p> : null}
      {numbered(chosen, 3, 5).map((row) => (
        <div className="stop-row" key={row}>
          <select
            name="places"
            aria-label={`${texts.place} ${row + 1}`}
            defaultValue={chosen[row] ?? ""}
          >
            <option value="" />
            {places.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <select
            name="placeKinds"
            aria-label={`${texts.placeKind} ${row + 1}`}
            defaultValue={kinds[row] ?? (row === 0 ? "pickup" : "visit")}
          >
            <option value="pickup">{texts.pickup}</option>
            <option value="visit">{texts.visit}</option>
          </select>
        </div>
      ))}
    </fieldset>
  );
}

/** A row for everything that is there and some empty ones, at least so many in all. */
function numbered(filled: readonly string[], spare: number, atLeast: number): number[] {
  const rows = Math.max(atLeast, filled.filter(Boolean).length + spare);
  return Array.from({ length: rows }, (_, row) => row);
}
