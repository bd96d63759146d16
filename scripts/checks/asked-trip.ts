import type { PersonActor } from "#domain/actor/schema.ts";
import { saveQuestion } from "#domain/question/commands.ts";
import type { QuestionForm } from "#domain/question/schema.ts";
import { anOrganisation, aPerson, aRegistration } from "./factories.ts";
import { anOpenTrip } from "./open-trip.ts";

export const twoOptions = [
  { id: "one", label: { lv: "Vienvietīga" } },
  { id: "two", label: { lv: "Divvietīga" } },
];

const aQuestion = {
  kind: "text" as const,
  askedOf: "person" as const,
  label: { lv: "Kāpēc braucat?" },
  hint: null,
  options: [],
  required: false,
  condition: null,
  retentionDays: 30,
};

/** A trip whose organiser asks things, somebody with a seat on it, and the coordinator of their municipality. */
export async function anAskedTrip(now: Date) {
  const trip = await anOpenTrip();
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  const person: PersonActor = await aPerson();
  const registrationId = await aRegistration({
    tripId: trip.tripId,
    organisationId: municipality,
    confirmedAt: now,
    userId: person.userId,
    email: person.email,
  });
  /** Answers the id of the question. */
  const asks = async (changes: Partial<QuestionForm>): Promise<string> => {
    const question = { ...aQuestion, tripId: trip.tripId, ...changes };
    const made = await saveQuestion(trip.organiser, question, now);
    if (!made.ok) throw new Error(JSON.stringify(made));
    return made.questionId;
  };
  return { trip, municipality, coordinator, person, registrationId, asks };
}
