#include "tests/bench/decoders/unpleasant_bytes.hpp"

#include "app/server/guard.hpp"
#include "app/server/http_parser.hpp"
#include "app/server/jose/jws.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/direct_payments/model/statement/camt_statement.hpp"
#include "plugins/direct_payments/model/statement/csv_statement.hpp"
#include "plugins/direct_payments/model/statement/ofx_statement.hpp"
#include "plugins/direct_payments/model/statement/qif_statement.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"
#include "plugins/local_offer/model/search/index_builder.hpp"
#include "plugins/local_offer/model/search/index_codec.hpp"
#include "tests/support/messages/outside_message.hpp"
#include "tests/unit/decoders/unpleasant_json.hpp"

#include <string_view>

namespace alongside::bench {
namespace {

using testing::repeated;
using Measure = std::function<void(const Input&, const std::function<void()>& decode)>;

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }
std::string_view text_of(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// Of each message and each of its lists the frame with the most of the emptiest items.
void frames(const Measure& measure) {
  for (const testing::OutsideMessage& message : testing::messages_from_outside()) {
    const std::size_t lists = message.lists();
    for (std::size_t list = 0; list < lists; ++list) {
      const std::size_t few = message.stuffed({list, 16}).size();
      const std::size_t each = std::max<std::size_t>((message.stuffed({list, 80}).size() - few) / 64, 1);
      const std::size_t room = std::min(most_bytes, message.limits.frame_bytes);
      if (room <= few) continue;
      std::size_t items = 16 + (room - few) / each;
      Bytes frame = message.stuffed({list, items});
      // The names in a map are numbers, and longer ones later.
      for (; frame.size() > room; frame = message.stuffed({list, items})) items = items * room / frame.size() - 1;
      const Input input{std::string(message.name) + ", list " + std::to_string(list), std::move(frame)};
      measure(input, [&] { message.takes(input.bytes); });
    }
  }
}

// The same with as many items as its memory lets it have: these are read to their end.
void full_frames(const Measure& measure) {
  for (const testing::OutsideMessage& message : testing::messages_from_outside()) {
    const std::size_t lists = message.lists();
    for (std::size_t list = 0; list < lists; ++list) {
      std::size_t items = 1;
      Bytes frame;
      for (Bytes larger = message.stuffed({list, items});
           larger.size() <= most_bytes && items < most_bytes && message.takes(larger);
           larger = message.stuffed({list, items *= 2}))
        frame = std::move(larger);
      const Input input{std::string(message.name) + ", list " + std::to_string(list), std::move(frame)};
      if (!input.bytes.empty()) measure(input, [&] { message.takes(input.bytes); });
    }
  }
}

void json(const Measure& measure) {
  for (const auto& [name, text] : testing::unpleasant_json(most_bytes)) {
    const Input input{std::string(name), bytes_of(text)};
    measure(input, [&] { (void)server::read_json(text_of(input.bytes)); });
  }
}

void heads(const Measure& measure) {
  const std::string line = "GET / HTTP/1.1\r\nHost: a.example\r\n";
  const std::size_t room = server::guard_limits::head_bytes;
  for (const std::string& head :
       {repeated(line, "a:b\r\n", "\r\n", room), repeated(line + "A: ", "x", "\r\n\r\n", room),
        repeated("GET /?", "a&", " HTTP/1.1\r\nHost: a.example\r\n\r\n", room),
        repeated("GET /", "%2e%2e/", " HTTP/1.1\r\nHost: a.example\r\n\r\n", room), std::string(most_bytes, 'a'),
        std::string(most_bytes, '\n')}) {
    const Input input{"a head of " + std::to_string(head.size()) + " bytes", bytes_of(head)};
    measure(input, [&] {
      const std::string_view text = text_of(input.bytes);
      if (text.size() > room || server::raw_head_fault(text)) return;
      server::parse_head(text, [](const server::RequestHead& parsed) { (void)server::guard(parsed, {}); });
    });
  }
}

void tokens(const Measure& measure) {
  for (const std::string& token : {std::string(most_bytes, '.'), repeated("", "W10u", "", server::Jws::most_bytes),
                                   repeated("e30.", "WzAs", ".AA", server::Jws::most_bytes)}) {
    const Input input{"a token of " + std::to_string(token.size()) + " bytes", bytes_of(token)};
    measure(input, [&] { (void)server::parse_jws(text_of(input.bytes), server::SignatureAlgorithm::Es256); });
  }
}

void indexes(const Measure& measure) {
  using namespace local_offer;
  IndexBuilder builder(Stemming::English);
  for (int service = 0; service < 2000; ++service) {
    builder.add("word" + std::to_string(service) + " club for children on saturday " + std::to_string(service % 97), 3,
                Order::Forgotten);
    builder.end_service();
  }
  const Bytes good = encode_index(builder.tables());
  Bytes noughts(good.begin(), good.begin() + 64);
  noughts.resize(most_bytes, 0);
  Bytes ones(good.begin(), good.begin() + 64);
  ones.resize(most_bytes, 1);
  for (const auto& [what, bytes] : {std::pair{"2,000 services", good}, {"noughts", noughts}, {"ones", ones}}) {
    const Input input{what, bytes};
    measure(input, [&] { (void)decode_index(input.bytes); });
  }
}

template <auto read>
void statements(const Measure& measure, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    const Input input{text.substr(0, 30), bytes_of(text)};
    measure(input, [&] { (void)read(direct_payments::decode_statement_text(text_of(input.bytes))); });
  }
}

// As many payments as a file may have, each as long as they can be to fill it: all of them are read.
std::string full_file(std::string_view begin, std::string_view before, std::string_view after) {
  const std::size_t each = (most_bytes - begin.size()) / (direct_payments::Statement::most_lines - 1);
  const std::string words(each - before.size() - after.size(), 'a');
  std::string text(begin);
  for (std::size_t line = 1; line < direct_payments::Statement::most_lines; ++line)
    text.append(before).append(words).append(after);
  return text;
}

void full_bank_files(const Measure& measure) {
  using namespace direct_payments;
  statements<read_csv_statement>(measure,
                                 {full_file("Date,Amount,Description\n", "01/11/2026,1.00,", "\n"),
                                  full_file("Date,Amount,Balance,Description\n", "01/11/2026,1,1,\"\"\"", "\"\n"),
                                  full_file("Date,Amount\n", "a,", "\n"),
                                  full_file("Date,Amount\n", "a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,", "\n")});
  statements<read_qif_statement>(measure, {full_file("!Type:Bank\n", "D01/11/2026\nT1\nP", "\n^\n")});
  statements<read_ofx_statement>(
      measure, {full_file("<OFX><BANKTRANLIST>", "<STMTTRN><DTPOSTED>20261101<TRNAMT>1<NAME>", "</STMTTRN>")});
  statements<read_camt_statement>(
      measure, {full_file("<Document>", "<Ntry><Amt>1</Amt><AddtlNtryInf>", "</AddtlNtryInf></Ntry>")});
}

void bank_files(const Measure& measure) {
  using namespace direct_payments;
  statements<read_csv_statement>(measure, {repeated("Date,Description,Amount\n", "01/11/2026,a,1.00\n", "", most_bytes),
                                           repeated("Date,Description,Amount\n", ",", "\n", most_bytes),
                                           repeated("Date,Description,Amount\n", "\n", "", most_bytes),
                                           repeated("Date,Description,Amount\n\"", "\"\"", "\n", most_bytes)});
  statements<read_qif_statement>(measure, {repeated("!Type:Bank\n", "D01/11/2026\nT1\n^\n", "", most_bytes),
                                           repeated("!Type:Bank\n", "^\n", "", most_bytes)});
  statements<read_ofx_statement>(
      measure, {repeated("<OFX><BANKTRANLIST>", "<STMTTRN><DTPOSTED>20261101<TRNAMT>1</STMTTRN>", "", most_bytes),
                repeated("<OFX>", "<A>", "", most_bytes), std::string(most_bytes, '<')});
  statements<read_camt_statement>(
      measure, {repeated("<Document>", "<Ntry><Amt Ccy=\"GBP\">1</Amt></Ntry>", "</Document>", most_bytes),
                repeated("<Document>", "<A>", "", most_bytes), repeated("<Document ", "a=\"\" ", ">", most_bytes)});
  full_bank_files(measure);
}

}  // namespace

std::vector<Decoder> decoders() {
  return {{"frames, as full as they can be", frames},
          {"frames that are read to their end", full_frames},
          {"JSON", json},
          {"heads of requests", heads},
          {"signed tokens", tokens},
          {"search indexes", indexes},
          {"banks' files", bank_files}};
}

}  // namespace alongside::bench
