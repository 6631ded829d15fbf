// The engine, in a thread of its own: Pyodide, the library, and one function that answers questions.
// Messages in: {start, files?}, {id, name, args, data?}.
// Messages out: {loaded, of}, {files}, {ready}, {broken}, {id, answer | faults | refused | failed, dead?}.

const TYPES = { mjs: "text/javascript", wasm: "application/wasm" };

const said = (failure) => String(failure?.message ?? failure).trim();

const got = async (address) => {
  const { pathname } = new URL(address);
  const response = await fetch(address).catch((failure) => {
    throw new Error(`${pathname}: ${said(failure)}`);
  });
  if (!response.ok) throw new Error(`${pathname}: ${response.status} ${response.statusText}`);
  return response;
};

/** Every file of the engine, its bytes counted so that the page can say how far it is. */
const load = async (manifest) => {
  const { files } = await (await got(manifest)).json();
  const whole = Object.values(files).reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  const counting = () =>
    new TransformStream({
      transform(chunk, out) {
        loaded += chunk.byteLength;
        postMessage({ loaded, of: whole });
        out.enqueue(chunk);
      },
    });
  const one = async ([name, size]) => {
    const { body } = await got(new URL(name, manifest));
    const bytes = await new Response(body.pipeThrough(counting())).arrayBuffer();
    if (bytes.byteLength !== size) throw new Error(`${name}: ${bytes.byteLength} bytes of ${size}`);
    return [name, bytes];
  };
  return Object.fromEntries(await Promise.all(Object.entries(files).map(one)));
};

const start = async (manifest, kept) => {
  const files = kept ?? (await load(manifest));
  if (!kept) postMessage({ files });
  const typed = (name) => new Blob([files[name]], { type: TYPES[name.split(".").at(-1)] ?? "" });
  const imported = (name) => import(URL.createObjectURL(typed(name)));
  // What Pyodide asks for has come already; anything else, it does not get.
  self.fetch = async (asked) => {
    const name = new URL(asked.url ?? asked).pathname.split("/").at(-1);
    return Object.hasOwn(files, name) ? new Response(typed(name)) : new Response(null, { status: 404 });
  };
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map(imported));
  const python = await loadPyodide({ indexURL: new URL(".", manifest).href, createPyodideModule });
  python.FS.writeFile("/library.zip", new Uint8Array(files["library.zip"]));
  python.runPython("import sys; sys.path.insert(0, '/library.zip')");
  return { python, call: python.pyimport("pages.judge.engine").call };
};

/** Ask Python, which does not survive every question: too deep a stack, no memory left. */
const ask = ({ python, call }, { id, name, args, data }) => {
  let file;
  try {
    file = data && python.toPy(new Uint8Array(data));
    const answer = file ? call(name, JSON.stringify(args), file) : call(name, JSON.stringify(args));
    file?.destroy();
    return { id, ...JSON.parse(answer) };
  } catch (failure) {
    const dead = failure?.name !== "PythonError" || failure.type === "MemoryError";
    if (!dead) file?.destroy();
    return { id, dead, failed: said(failure).split("\n").at(-1) };
  }
};

let running;
self.addEventListener("message", async ({ data: { start: manifest, files, ...question } }) => {
  if (manifest) running = start(manifest, files);
  try {
    const engine = await running;
    postMessage(manifest ? { ready: true } : ask(engine, question));
  } catch (failure) {
    postMessage(manifest ? { broken: said(failure) } : { id: question.id, failed: said(failure) });
  }
});
