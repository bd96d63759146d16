"use client";

import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState, untouched } from "#components/form-state.ts";
import { type Option, Select } from "#components/ui/select.tsx";

type Room = { id: string; name: string; beds: number; guests: string[] };

type BedsFormProps = {
  action: FormAction;
  lodgingId: string;
  rooms: Room[];
  people: Option[];
  texts: { room: string; guests: string; bed: string; save: string };
};

/** Who sleeps where: a list of names per bed. Only rooms that were changed are written. */
export function BedsForm({ action, lodgingId, rooms, people, texts }: BedsFormProps) {
  const initial = untouched(
    Object.fromEntries(
      rooms.flatMap(({ id, guests }) => [
        [`room.${id}`, guests],
        [`was.${id}`, guests.join(" ")],
      ]),
    ),
  );
  return (
    <FormFrame action={action} initial={initial} submit={texts.save} formId={`beds-${lodgingId}`}>
      {(state) => (
        <table className="list stacks">
          <thead>
            <tr>
              <th scope="col">{texts.room}</th>
              <th scope="col">{texts.guests}</th>
            </tr>
          </thead>
          <tbody>
            {rooms.map((room) => (
              <RoomRow key={room.id} room={room} people={people} state={state} bed={texts.bed} />
            ))}
          </tbody>
        </table>
      )}
    </FormFrame>
  );
}

type RoomRowProps = { room: Room; people: Option[]; state: FormState; bed: string };

function RoomRow({ room, people, state, bed }: RoomRowProps) {
  const name = `room.${room.id}`;
  const error = errorOf(state, name);
  // A room that a colleague added meanwhile was not in what was sent.
  const { [name]: chosen = room.guests, [`was.${room.id}`]: was = [room.guests.join(" ")] } =
    state.values;
  return (
    <tr className={error ? "bad" : ""}>
      <td>
        {room.name}
        <input type="hidden" name={`was.${room.id}`} value={was[0]} />
        {error ? (
          <p className="error" id={`${name}-error`}>
            {error}
          </p>
        ) : null}
      </td>
      <td className="beds">
        {Array.from({ length: room.beds }, (_, index) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: beds are places in the form, and never move
            key={index}
            {...(index === 0 ? { id: name } : {})}
            name={name}
            aria-label={`${room.name}, ${bed} ${index + 1}`}
            {...(error ? { "aria-describedby": `${name}-error`, "aria-invalid": true } : {})}
            defaultValue={chosen[index] ?? ""}
            empty="–"
            options={people}
          />
        ))}
      </td>
    </tr>
  );
}
