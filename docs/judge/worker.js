// The engine, in a thread of its own: Pyodide, the library, and one function that answers questions.
// Messages in: {id, name, args, data?}. Messages out: {loaded, of}, {ready}, {id, answer | faults | refused | failed}.

const base = new URL(".", import.meta.url);

/** Load every file with its bytes counted, so that the page can say how far it is. */
const counting = (sizes) => {
  const whole = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  const plain = self.fetch.bind(self);
  self.fetch = async (...asked) => {
    const got = await plain(...asked);
    if (!got.ok || !got.body) return got;
    const counted = got.body.pipeThrough(
      new TransformStream({
        transform(chunk, out) {
          loaded += chunk.byteLength;
          postMessage({ loaded, of: whole });
          out.enqueue(chunk);
        },
      }),
    );
    return new Response(counted, { status: got.status, headers: { "Content-Type": got.headers.get("Content-Type") ?? "" } });
  };
};

const start = async (manifest) => {
  const engine = new URL(".", new URL(manifest, base));
  const { files } = await (await fetch(new URL(manifest, base))).json();
  counting(files);
  const bytesOf = async (name) => new Uint8Array(await (await fetch(new URL(name, engine))).arrayBuffer());
  const [{ loadPyodide }, library] = await Promise.all([import(new URL("pyodide.mjs", engine)), bytesOf("library.zip")]);
  const python = await loadPyodide({ indexURL: engine.href });
  python.FS.writeFile("/library.zip", library);
  python.runPython("import sys; sys.path.insert(0, '/library.zip')");
  return { python, call: python.pyimport("pages.judge.engine").call };
};

let running;
self.addEventListener("message", async ({ data: { start: manifest, id, name, args, data } }) => {
  if (manifest) {
    running = start(manifest);
    try {
      await running;
      postMessage({ ready: true });
    } catch (failure) {
      postMessage({ broken: String(failure?.message ?? failure) });
    }
    return;
  }
  try {
    const { python, call } = await running;
    const file = data ? python.toPy(new Uint8Array(data)) : undefined;
    const answer = file ? call(name, JSON.stringify(args), file) : call(name, JSON.stringify(args));
    file?.destroy();
    postMessage({ id, ...JSON.parse(answer) });
  } catch (failure) {
    postMessage({ id, failed: String(failure?.message ?? failure) });
  }
});
