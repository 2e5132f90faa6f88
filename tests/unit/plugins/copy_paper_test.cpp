// The file of what is not sent: what people read in it, that the same comes back out of it, and that nothing does of a
// file which is not whole, not ours, or made by hand.
#include "plugins/unsent/model/copy_paper.hpp"

#include "app/base/base64url.hpp"
#include "app/wire/frame.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::unsent;

namespace {

const PersonId writer{IdBytes{7}};

struct Later {
  static constexpr wire::SchemaId schema{81, 2};
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(tail);
  }
};

wire::SavedCopy sample() {
  wire::SavedCopy copy;
  copy.person = writer;
  copy.made_at_ms = 1'795'348'800'000;
  for (std::uint8_t number = 1; number <= 3; ++number) {
    wire::Operation made;
    made.id = OperationId(IdBytes{number});
    made.actor = writer;
    made.kind = 210;
    made.base_version = number == 3 ? 4 : 0;
    made.payload = Bytes(40, number);
    copy.changes.push_back(made);
  }
  copy.files.push_back({DocumentId(IdBytes{9}), Bytes(500, 0xd8), {}});
  return copy;
}

Paper words() {
  Paper paper;
  paper.language = "en";
  paper.title = "What was not sent yet";
  paper.lead = {"Saved by Sam <Ashford>.", ""};
  paper.entries = {{"Money that you spent", {{"For", "Tea & \"cake\" ALONGSIDE-COPY-9:"}, {"How much", "£7.35"}}}};
  paper.app_title = "For the app";
  paper.app_lead = "Leave it as it is.";
  return paper;
}

std::string text_of(const Bytes& file) { return {file.begin(), file.end()}; }
Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

CopyFault fault_of(const Bytes& file) {
  const auto read = copy_in(file);
  REQUIRE(std::holds_alternative<CopyFault>(read));
  return std::get<CopyFault>(read);
}

// The letters for the app, written by somebody else.
Bytes with(const wire::SavedCopy& copy) { return paper_of(words(), copy); }

}  // namespace

TEST_CASE("people read what it is, and nothing in it does anything") {
  const std::string file = text_of(with(sample()));
  for (const char* part : {"<html lang=\"en\">", "<h1>What was not sent yet</h1>", "Saved by Sam &lt;Ashford&gt;.",
                           "<strong>Money that you spent</strong>", "<dt>For</dt>", "Tea &amp; &quot;cake&quot;",
                           "<dd>£7.35</dd>", "default-src 'none'"})
    CHECK_MESSAGE(file.find(part) != file.npos, part);
  CHECK(file.find("<script") == file.npos);
  CHECK(file.find("<p></p>") == file.npos);
  CHECK(file.find("http") == file.find("http-equiv"));
}

TEST_CASE("what comes back out of it is the same to the last byte, whatever was written in it") {
  const auto read = copy_in(with(sample()));
  REQUIRE(std::holds_alternative<wire::SavedCopy>(read));
  CHECK(wire::encode_frame(std::get<wire::SavedCopy>(read)) == wire::encode_frame(sample()));
}

TEST_CASE("a mail program's line ends and spaces do no harm") {
  std::string file = text_of(with(sample())), other;
  for (const char letter : file) other += letter == '\n' ? std::string("\r\n ") : std::string(1, letter);
  CHECK(std::holds_alternative<wire::SavedCopy>(copy_in(bytes_of(other))));
}

TEST_CASE("V5.2.2: a file that is cut off anywhere gives nothing") {
  const Bytes whole = with(sample());
  const std::string text = text_of(whole);
  const std::size_t end = text.rfind(":</pre>");
  for (std::size_t size = 0; size <= end; size += 1 + size / 40) {
    const auto read = copy_in(std::span(whole).first(size));
    CHECK_MESSAGE(std::holds_alternative<CopyFault>(read), size);
  }
  CHECK(fault_of(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(end))) == CopyFault::Damaged);
}

TEST_CASE("V5.2.2: any one letter that was changed is found") {
  const Bytes whole = with(sample());
  const std::string text = text_of(whole);
  const std::size_t from = text.rfind("ALONGSIDE-COPY-"), end = text.rfind(":</pre>");
  for (std::size_t at = from; at < end; ++at) {
    Bytes other = whole;
    if (text[at] == '\n') continue;
    other[at] ^= 1;
    CHECK_MESSAGE(std::holds_alternative<CopyFault>(copy_in(other)), at);
  }
}

TEST_CASE("V5.2.2: what is no file of ours, newer, or too much is told apart") {
  CHECK(fault_of({}) == CopyFault::NotACopy);
  CHECK(fault_of(bytes_of("%PDF-1.7")) == CopyFault::NotACopy);
  CHECK(fault_of(Bytes(wire::saved_copy_limits::paper_bytes + 1, ' ')) == CopyFault::TooLarge);
  CHECK(fault_of(bytes_of("ALONGSIDE-COPY-2:\nAAAA\n:")) == CopyFault::Newer);
  CHECK(fault_of(bytes_of("ALONGSIDE-COPY-1:\nAAAA\n:")) == CopyFault::Damaged);
  CHECK(fault_of(bytes_of("ALONGSIDE-COPY-1:\n:")) == CopyFault::Damaged);
}

TEST_CASE("a later edition of what it holds is called newer, and another message of ours no copy") {
  const auto file = [](const Bytes& frame) {
    const Bytes mine = with(sample());
    const std::string text = text_of(mine);
    const std::size_t from = text.rfind("ALONGSIDE-COPY-1:") + 17;
    return bytes_of(text.substr(0, from) + base64url(frame) + ":</pre>");
  };
  CHECK(fault_of(file(wire::encode_frame(Later{}))) == CopyFault::Newer);
  CHECK(fault_of(file(wire::encode_frame(wire::KnownChanges{}))) == CopyFault::NotACopy);
}

TEST_CASE("V5.2.2: what this app would not have written is not taken, though its checksum is right") {
  const auto refused = [](auto spoil) {
    wire::SavedCopy copy = sample();
    spoil(copy);
    return fault_of(with(copy));
  };
  using Copy = wire::SavedCopy;
  CHECK(refused([](Copy& copy) { copy.person = {}; }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.changes[1].actor = PersonId(IdBytes{8}); }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.changes[1].id = {}; }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.changes[1].id = copy.changes[0].id; }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.changes[1].kind = 0; }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.changes[1].payload = Bytes(65 * 1024); }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.files[0].content.clear(); }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.files.push_back(copy.files[0]); }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.files[0].content = Bytes(std::size_t{6} << 20); }) == CopyFault::Damaged);
  CHECK(refused([](Copy& copy) { copy.files.resize(13, copy.files[0]); }) == CopyFault::TooLarge);
  CHECK(refused([](Copy& copy) { copy.changes.resize(1001, copy.changes[0]); }) == CopyFault::TooLarge);
}

TEST_CASE("a copy without changes, of photos alone, is whole too") {
  wire::SavedCopy copy = sample();
  copy.changes.clear();
  CHECK(std::holds_alternative<wire::SavedCopy>(copy_in(with(copy))));
}
