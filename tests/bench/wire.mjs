/**
 * ./alongside bench wire: 10,000 ledger operations in pushes of 256, as ours and as cereal portable
 * binary, cereal JSON, protobuf and msgpack, in one run: bytes (raw, and by brotli as a server
 * compresses an answer) and nanoseconds a record to encode and to decode.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from '../browser/support/paths.mjs';
import { report, row } from './support/report.mjs';

const records = 10_000;
const pushes = Math.ceil(records / 256);
const mostBytes = 64;
const mostNanoseconds = 60;
const folder = join(build, 'bench', 'wire');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const lines = execFileSync(join(build, 'native', 'bin', 'bench_wire'), [folder], { encoding: 'utf8' });
const formats = lines.trim().split('\n').map((line) => JSON.parse(line));

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
for (const format of formats) {
  format.brotli = 0;
  for (let push = 0; push < pushes; push++) {
    format.brotli += brotliCompressSync(readFileSync(join(folder, `${format.name}.${push}`)), quality).length;
  }
}

const [ours, ...peers] = formats;
const rounded = (value) => Math.round(value * 100) / 100;
const rows = peers.flatMap((peer) => {
  const beside = (name, value, unit, target, peerValue) =>
    row(name, rounded(value), unit, { target, peer: peer.name, peerValue: rounded(peerValue) });
  return [
    beside('bytes a record, raw', ours.raw / records, 'bytes', Math.min(mostBytes, peer.raw / records), peer.raw / records),
    beside('bytes a record, brotli', ours.brotli / records, 'bytes', peer.brotli / records, peer.brotli / records),
    beside('encode a record', ours.encode_ns, 'ns', mostNanoseconds, peer.encode_ns),
    beside('decode a record', ours.decode_ns, 'ns', mostNanoseconds, peer.decode_ns),
  ];
});
report('wire', rows);
