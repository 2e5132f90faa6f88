// What is joined to answers, at the council: a file arrives only for an answer that names it, whole, cleaned, once, and
// goes when its answer goes.
#include "app/server/reply.hpp"
#include "app/server/retention/retention_rules.hpp"
#include "app/wire/crc32c.hpp"
#include "app/wire/messages/letter.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/api/answer_box.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/files/answer_files.hpp"
#include "plugins/feedback/api/files/feature.hpp"
#include "tests/support/sample_pictures.hpp"
#include "tests/support/server_parts.hpp"
#include "tests/unit/plugins/survey_forms.hpp"
#include "tests/unit/plugins/survey_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace alongside;
using namespace alongside::feedback;

namespace {

constexpr const char* survey_for_photos = R"({"alongside": {"survey": "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3"},
  "title": "Photos", "elements": [
    {"type": "file", "name": "best", "title": "A photo of the best bit", "allowMultiple": true, "maxFiles": 2},
    {"type": "file", "name": "said", "title": "Say it", "acceptedTypes": "audio/*"}]})";

template <class Tagged>
Tagged filed_id(std::uint8_t number) {
  IdBytes id{};
  id[0] = number;
  return Tagged(id);
}

struct FilesCouncil : testing::ServerParts {
  server::FileScanner* scanner = nullptr;
  std::unique_ptr<server::Feature> feature = make_feature(context);
  std::unique_ptr<server::Feature> files_feature = make_files_feature(context, scanner);
  AnswerBox box{database};
  AnswerFiles files{database};
  Edition edition;
  Form form;

  FilesCouncil() {
    REQUIRE(database.open(":memory:").ok());
    for (server::Feature* one : {feature.get(), files_feature.get()})
      REQUIRE(server::apply_migrations(database, one->id(), one->migrations()).ok());
    auto definition = read_definition(server::read_json(survey_for_photos).value());
    CAPTURE((definition.ok() ? "" : definition.error().detail));
    REQUIRE(definition.ok());
    form = definition->form;
    edition = DefinitionStore(database).publish(definition.value()).value().edition;
  }

  // An answer with these files under "best".
  Result<void> answer(std::uint8_t number, std::initializer_list<std::uint8_t> named) {
    AnonymousAnswers answers;
    answers.id = filed_id<AnswerId>(number);
    answers.response.edition = edition;
    Value value;
    for (const std::uint8_t file : named) value = with_file(value, filed_id<DocumentId>(file));
    answers.response.answers = {{"best", value}};
    return box.receive({{}, wire::encode_frame(answers), {}}, clock.today());
  }

  Result<std::optional<Bytes>> send(std::uint8_t file, const Bytes& content, std::size_t from, std::size_t size,
                                    AnswerFiles::Scanning scanning = AnswerFiles::Scanning::Off) {
    return files.take(piece(file, content, from, size), scanning);
  }
  static wire::FilePiece piece(std::uint8_t file, const Bytes& content, std::size_t from, std::size_t size) {
    const auto begin = content.begin() + static_cast<std::ptrdiff_t>(from);
    return {filed_id<DocumentId>(file),
            static_cast<std::uint32_t>(content.size()),
            wire::crc32c(content),
            static_cast<std::uint32_t>(from),
            Bytes(begin, begin + static_cast<std::ptrdiff_t>(size)),
            {}};
  }
  FileArrival arrival(std::uint8_t file) {
    const auto all = files.all();
    REQUIRE(all.ok());
    for (const AnswerFile& one : all.value()) {
      if (one.id == filed_id<DocumentId>(file)) return one.arrival;
    }
    FAIL("there is no such file");
    return FileArrival::Refused;
  }
  std::int64_t count(const char* sql) {
    auto select = database.prepare(sql).value();
    REQUIRE(select.step().ok());
    return select.column_integer(0);
  }
};

ErrorCode files_code_of(const Result<std::optional<Bytes>>& result) {
  REQUIRE_FALSE(result.ok());
  return result.error().code;
}

}  // namespace

TEST_CASE("a photo arrives in pieces, in any order and some of them twice, and is kept once without its place") {
  FilesCouncil council;
  REQUIRE(council.answer(1, {10}).ok());
  const Bytes photo = testing::jpeg();
  const std::size_t half = photo.size() / 2;
  CHECK(council.send(10, photo, half, photo.size() - half).ok());
  CHECK(council.send(10, photo, half, photo.size() - half).ok());
  CHECK(council.arrival(10) == FileArrival::Waiting);
  CHECK(council.send(10, photo, 0, half).ok());
  CHECK(council.arrival(10) == FileArrival::Kept);
  CHECK(council.send(10, photo, 0, half).ok());
  const Bytes kept = council.files.bytes_of(filed_id<DocumentId>(10)).value();
  CHECK(std::ranges::search(kept, std::string("GPS")).begin() == kept.end());
  CHECK(council.count("SELECT count(*) FROM feedback_file_pieces") == 0);
}

TEST_CASE("a file that no answer named is not taken, and is once the answer is here") {
  FilesCouncil council;
  const Bytes photo = testing::jpeg();
  CHECK(files_code_of(council.send(10, photo, 0, photo.size())) == ErrorCode::NotFound);
  CHECK(council.count("SELECT count(*) FROM feedback_file_pieces") == 0);
  REQUIRE(council.answer(1, {10}).ok());
  CHECK(council.send(10, photo, 0, photo.size()).ok());
  CHECK(council.arrival(10) == FileArrival::Kept);
}

TEST_CASE("an answer that comes again waits for its files once, and no other answer can have them") {
  FilesCouncil council;
  REQUIRE(council.answer(1, {10, 11}).ok());
  CHECK(council.answer(1, {10, 11}).ok());
  CHECK(council.count("SELECT count(*) FROM feedback_files") == 2);
  CHECK(council.answer(2, {11}).error().code == ErrorCode::Conflict);
  CHECK(council.count("SELECT count(*) FROM feedback_answers") == 1);
}

TEST_CASE("what is no photo, not whole, too large or not as it was begun is refused, and nothing of it is kept") {
  FilesCouncil council;
  REQUIRE(council.answer(1, {10, 11}).ok());
  const std::string words = "<html><script>alert(1)</script></html>";
  const Bytes page(words.begin(), words.end());
  CHECK(files_code_of(council.send(10, page, 0, page.size())) == ErrorCode::InvalidInput);
  CHECK(council.arrival(10) == FileArrival::Refused);
  CHECK(council.count("SELECT sum(length(bytes)) FROM feedback_files") == 0);

  const Bytes photo = testing::jpeg();
  wire::FilePiece large = FilesCouncil::piece(11, photo, 0, photo.size());
  large.total = 50u << 20;
  CHECK(files_code_of(council.files.take(large, AnswerFiles::Scanning::Off)) == ErrorCode::InvalidInput);
  CHECK(council.send(11, photo, 0, 10).ok());
  const Bytes other = testing::png();
  CHECK(files_code_of(council.send(11, other, 10, other.size() - 10)) == ErrorCode::InvalidInput);
  CHECK(council.send(11, photo, 10, photo.size() - 10).ok());
  CHECK(council.arrival(11) == FileArrival::Kept);
}

TEST_CASE("more files than a question takes, or files that are none, make an answer that is not taken") {
  FilesCouncil council;
  CHECK(council.answer(1, {10, 11, 12}).error().code == ErrorCode::InvalidInput);
  AnonymousAnswers answers;
  answers.id = filed_id<AnswerId>(2);
  answers.response.edition = council.edition;
  Value file = Value::of_map();
  file.set("name", Value::of_text("photo"));
  file.set("type", Value::of_text("image/*"));
  file.set("content", Value::of_text("data:text/html,<script>alert(1)</script>"));
  answers.response.answers = {{"best", Value::of_list({file})}};
  CHECK_FALSE(council.box.receive({{}, wire::encode_frame(answers), {}}, council.clock.today()).ok());
}

TEST_CASE("where files are looked through, one is kept only when somebody has looked, and a harmful one never") {
  FilesCouncil council;
  REQUIRE(council.answer(1, {10, 11}).ok());
  const Bytes photo = testing::jpeg();
  for (const std::uint8_t file : {std::uint8_t{10}, std::uint8_t{11}}) {
    const auto to_scan = council.send(file, photo, 0, photo.size(), AnswerFiles::Scanning::On);
    REQUIRE(to_scan.ok());
    CHECK(to_scan.value() == photo);
    CHECK(council.arrival(file) == FileArrival::Waiting);
  }
  CHECK(council.files.settle(FilesCouncil::piece(10, photo, 0, 1), server::ScanVerdict::Clean).ok());
  CHECK_FALSE(council.files.settle(FilesCouncil::piece(11, photo, 0, 1), server::ScanVerdict::Harmful).ok());
  CHECK(council.arrival(10) == FileArrival::Kept);
  CHECK(council.arrival(11) == FileArrival::Refused);
}
