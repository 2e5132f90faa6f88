// Symbols beside the words of a survey: which word has which, what a council's own set may be, and how they are seen.
#include "app/server/council_config.hpp"
#include "app/server/json_fields.hpp"
#include "plugins/feedback/api/form_pictures.hpp"
#include "plugins/feedback/api/picture_pack.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::InFront;
using ui::Role;

namespace {

const std::string tiny_svg = "<svg viewBox=\"0 0 72 72\"></svg>";

struct Packs {
  server::JsonMistakes mistakes;
  PicturePack pack;

  Packs() {
    pack.read_openmoji(mistakes);
    REQUIRE(mistakes.none());
  }
  void read(const std::string& json, const std::string& content = tiny_svg) {
    pack.read(server::read_json(json).value(), "own", [&](const auto&, const auto&) { return content; }, mistakes);
  }
};

// A council whose folder has its own symbols beside it.
struct OwnFolder {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / "alongside_symbols_test";
  server::CouncilConfig council;

  OwnFolder() {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "symbols");
    council.pages_folder = (folder / "pages").string();
  }
  ~OwnFolder() { std::filesystem::remove_all(folder); }
  void write(const char* name, const std::string& bytes) {
    std::ofstream(folder / "symbols" / name, std::ios::binary) << bytes;
  }
};

PublishedForm with_symbols() {
  PublishedForm survey = testing::published(HowOften::AsTheyLike, true);
  const Packs packs;
  show_pictures(survey.form, packs.pack);
  return survey;
}

}  // namespace

TEST_CASE("a word has its symbol in either language, whatever its capitals, and also inside of a sentence") {
  const Packs packs;
  CHECK_FALSE(packs.pack.of("Swimming").empty());
  CHECK(packs.pack.of("swimming") == packs.pack.of("nofio"));
  CHECK(packs.pack.within("How was the pool?") == packs.pack.of("pool"));
  CHECK(packs.pack.within("I want a quiet room, please.") == packs.pack.of("a quiet room"));
  CHECK(packs.pack.within("Somebody else entirely").empty());
  CHECK(packs.pack.within("carpool").empty());  // whole words only
}

TEST_CASE("what is denied never has the symbol of what it denies") {
  const Packs packs;
  CHECK(packs.pack.within("It was not quiet").empty());
  CHECK(packs.pack.within("I don't want music today").empty());
  CHECK(packs.pack.within("Doedd hi ddim yn dawel, no music").empty());
}

TEST_CASE("a symbol is found by the name of its content, with its own type, and by no other name") {
  const Packs packs;
  const std::string name = packs.pack.of("swimming");
  const Picture* picture = packs.pack.find(name);
  REQUIRE(picture != nullptr);
  CHECK(picture->type == "image/svg+xml");
  CHECK(picture->bytes->starts_with("<svg width=\"72\" height=\"72\""));
  for (const char* other : {"", "1F3CA.svg", "../council.json", "1F3CA.00000000.svg"})
    CHECK(packs.pack.find(other) == nullptr);
}

TEST_CASE("a council's own set goes before OpenMoji, and may name one choice of one question") {
  Packs packs;
  packs.read(R"({"symbols": [{"file": "our-pool.svg", "words": ["Swimming", "liked.3"]}]})");
  REQUIRE(packs.mistakes.none());
  CHECK(packs.pack.of("swimming").starts_with("our-pool."));
  CHECK_FALSE(packs.pack.of("nofio").starts_with("our-pool."));
  PublishedForm survey = testing::published(HowOften::AsTheyLike, true);
  show_pictures(survey.form, packs.pack);
  const auto liked = std::ranges::find(survey.form.elements, "liked", &FormElement::name);
  CHECK(liked->face.options[2].picture.starts_with("/api/feedback/symbols/our-pool."));
  CHECK(liked->face.options[3].picture == "/api/feedback/symbols/" + packs.pack.of("face.4"));
}

TEST_CASE("a set with a file outside of its folder, of another kind or too large is named by its place") {
  const auto mistake_of = [](const std::string& json, const std::string& content) {
    Packs packs;
    packs.read(json, content);
    return packs.mistakes.none() ? std::string() : packs.mistakes.report();
  };
  const std::string usual = R"({"symbols": [{"file": "a.svg", "words": ["a"]}]})";
  CHECK(mistake_of(usual, tiny_svg).empty());
  for (const char* name : {"../a.svg", "/etc/passwd", "a/b.svg", ".svg", "a", "..", "a\\u0000.svg"}) {
    CHECK(mistake_of(R"({"symbols": [{"file": ")" + std::string(name) + R"(", "words": ["a"]}]})", tiny_svg)
              .find("symbols[0].file") != std::string::npos);
  }
  for (const std::string& content : {std::string("GIF89a"), std::string("<html><script>"), std::string(),
                                     tiny_svg + std::string(PicturePack::most_bytes, ' ')}) {
    CHECK(mistake_of(usual, content).find("symbols[0].file") != std::string::npos);
  }
  CHECK(mistake_of(R"({"symbols": [{"file": "a.svg", "words": [7]}]})", tiny_svg).find("symbols[0].words") !=
        std::string::npos);
  CHECK_FALSE(mistake_of(R"({"symbols": []})", tiny_svg).empty());
}

TEST_CASE("a council's set is read from the folder beside its configuration, and a file that is missing is named") {
  OwnFolder own;
  own.write("pool.png", std::string("\x89PNG\r\n\x1a\n") + "rest");
  own.write("symbols.json",
            R"({"symbols": [{"file": "pool.png", "words": ["pool"]}, {"file": "bus.png", "words": ["bus"]}]})");
  Packs packs;
  packs.pack.read_own(own.council, packs.mistakes);
  CHECK(packs.pack.find(packs.pack.of("pool"))->type == "image/png");
  CHECK(packs.mistakes.report().find("symbols[1].file") != std::string::npos);
}

TEST_CASE("symbols are shown once somebody wants them, beside the words, and the answer is the same") {
  testing::SurveyScreen screen(InFront::Sam);
  screen.open("/say/" + testing::survey_id);
  screen.host.answer_with(with_symbols());
  screen.draw();
  const auto picture = [&] { return screen.harness.find(Role::Radio, "Very happy").href; };
  CHECK(picture().empty());
  screen.press("Pictures");
  CHECK(picture().starts_with("/api/feedback/symbols/1F600."));
  screen.pick("Very happy");
  screen.press("Next");
  screen.press("Back");
  CHECK(screen.harness.find(Role::Radio, "Very happy").has(ui::State::Checked));
  screen.press("Pictures");
  CHECK(picture().empty());
}

TEST_CASE("where a survey has no symbol at all, none are offered") {
  testing::SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  CHECK_FALSE(screen.harness.has(Role::Button, "Pictures"));
}
