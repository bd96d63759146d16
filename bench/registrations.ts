import { bareInsertsPerSecond, claimsPerSecond, clients } from "./claim.ts";
import type { Figure } from "./figure.ts";
import { type Ground, newGround } from "./ground.ts";
import { load } from "./load.ts";
import { median } from "./median.ts";
import type { Served } from "./served.ts";

const people = 300;

const rounds = 3;

/** Registering for one trip over HTTP, by SQL alone, and what is below each: three rounds, one after the other. */
export async function measureRegistrations(served: Served): Promise<Figure[]> {
  await oneRound(served);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await oneRound(served));
  const middle = (name: keyof Round) => median(measured.map((round) => round[name]));
  const [overHttp, bySql] = [middle("overHttp"), middle("bySql")];
  const unit = "registrations per second";
  return [
    {
      name: `registration of ${people} people on one trip over HTTP, against its SQL alone`,
      unit,
      value: overHttp,
      floor: bySql,
      aim: { atLeast: 0.25 },
    },
    {
      name: "the same, against an empty handler of the same server",
      unit,
      value: overHttp,
      floor: middle("emptyHandler"),
    },
    {
      name: "the SQL of a registration, against its two inserts bare",
      unit,
      value: bySql,
      floor: middle("bareInserts"),
      aim: { atLeast: 0.3 },
    },
    {
      name: "a registration over HTTP, against an empty handler",
      unit: "CPU ms of the server",
      value: middle("overHttpCpu"),
      floor: middle("emptyHandlerCpu"),
    },
  ];
}

type Round = Awaited<ReturnType<typeof oneRound>>;

async function oneRound(served: Served) {
  const bareInserts = await bareInsertsPerSecond(served.databaseUrl, await newGround(people));
  const bySql = await claimsPerSecond(served.databaseUrl, await newGround(people));
  const ground = await newGround(people);
  const empty = await post(served, "/api/floor", ground);
  const full = await post(served, `/trips/${ground.slug}/registration/submission`, ground);
  return {
    bareInserts,
    bySql,
    emptyHandler: empty.requestsPerSecond,
    emptyHandlerCpu: empty.cpuMs,
    overHttp: full.requestsPerSecond,
    overHttpCpu: full.cpuMs,
  };
}

/** The checked answers of everybody, as the check page sends them. */
function post({ address, pid }: Served, path: string, ground: Ground) {
  const requests = ground.people.map(({ cookie }, index) => ({
    method: "POST" as const,
    headers: { cookie, origin: address, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      locale: "lv",
      givenName: "Anna",
      familyName: "Bērziņa",
      phone: "20 123 456",
      organisation: ground.organisations[index % ground.organisations.length] as string,
      institution: "",
      position: "projektu vadītāja",
    }).toString(),
  }));
  const amount = requests.length;
  const url = address + path;
  return load({ url, pid, amount, connections: clients, requests, expect: 303 });
}
