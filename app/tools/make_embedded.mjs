/**
 * Turns a text file into a C++ constant, so that a program has it without a file beside it.
 * Called by app/cmake/embedded.cmake:  make_embedded.mjs FILE <namespace> <name> <output base>
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeIfChanged } from './files.mjs';

const longestPiece = 8000; // compilers limit one literal; pieces that follow each other are one

const [file, space, name, base] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const pieces = [];
for (let at = 0; at < text.length; at += longestPiece) pieces.push(`R"embedded(${text.slice(at, at + longestPiece)})embedded"`);

writeIfChanged(`${base}.hpp`, `// Made by app/tools/make_embedded.mjs; do not edit.
#pragma once

#include <string_view>

namespace ${space} {
extern const std::string_view ${name};
}  // namespace ${space}
`);
writeIfChanged(`${base}.cpp`, `#include "${basename(base)}.hpp"

namespace ${space} {
const std::string_view ${name} =
${pieces.join('\n') || '""'};
}  // namespace ${space}
`);
