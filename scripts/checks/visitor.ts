/** A browser without scripts: it keeps cookies, follows what it is told to, and sends its Origin. */
export class Visitor {
  private readonly cookies = new Map<string, Map<string, string>>();

  async get(address: string): Promise<Response> {
    return this.ask(address, {});
  }

  /** Sends a form from a page of the same site. */
  async post(address: string, fields: Record<string, string>): Promise<Response> {
    const { origin } = new URL(address);
    return this.ask(address, {
      method: "POST",
      headers: { origin, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(fields),
    });
  }

  /** Goes on from an answer until one is a page. */
  async follow(response: Response, steps = 20): Promise<Response> {
    const location = response.headers.get("location");
    if (!location || steps === 0) return response;
    return this.follow(await this.get(new URL(location, response.url).href), steps - 1);
  }

  private async ask(address: string, init: RequestInit): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const headers = new Headers(init.headers);
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(address, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const name = pair.slice(0, pair.indexOf("="));
      const value = pair.slice(name.length + 1);
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return response;
  }
}
