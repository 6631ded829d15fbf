// Compile the library for the Python that runs in the page, by that very Python: node compile.mjs ENGINE FROM TO
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [engine, from, to] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${engine}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${engine}/` });
python.FS.writeFile("/from.zip", readFileSync(from));
python.runPython(`
import zipfile
from importlib import _bootstrap_external, util

with zipfile.ZipFile("/from.zip") as plain, zipfile.ZipFile("/to.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for name in plain.namelist():
        data = plain.read(name)
        if name.endswith(".py"):
            code = compile(data, name, "exec", dont_inherit=True)
            name, data = f"{name}c", bytes(_bootstrap_external._code_to_hash_pyc(code, util.source_hash(data), False))
        packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 9)
`);
writeFileSync(to, python.FS.readFile("/to.zip"));
