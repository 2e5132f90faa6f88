// "What is not sent yet": the list, the file that is saved, and each thing that a file which comes back can be.
#include "plugins/unsent/pages/unsent_page.hpp"

#include "app/wire/frame.hpp"
#include "app/wire/messages/family.hpp"
#include "plugins/unsent/model/copy_paper.hpp"
#include "plugins/unsent/words.hpp"
#include "tests/support/page_screen.hpp"

#include <doctest/doctest.h>

#include <string>
#include <variant>

using namespace alongside;
using namespace alongside::unsent;
using ui::Role;

namespace {

const PersonId sam{IdBytes{7}};

struct Screen : testing::PageScreen {
  UnsentPage page{host};
  Screen() : PageScreen(unsent_words, wire::Council{}) {
    host.session_.person = sam;
    host.session_.name = "Sam Ashford";
  }
  void draw() { PageScreen::draw(page); }
  wire::Operation& add(std::uint8_t number, ChangeState state = ChangeState::Kept) {
    KeptChange kept;
    kept.made.id = OperationId(IdBytes{number});
    kept.made.actor = sam;
    kept.made.kind = wire::Fact::schema.id;
    kept.made.payload = wire::encode_payload(wire::Fact{{}, wire::Facet::School, "Marl End", {}});
    kept.state = state;
    host.copies_.kept_.changes.push_back(kept);
    return host.copies_.kept_.changes.back().made;
  }
  void add_photo(std::uint8_t number, std::size_t bytes) {
    host.copies_.kept_.files.push_back({DocumentId(IdBytes{number}), std::make_shared<const Bytes>(bytes, 0xd8)});
  }
  void press_save() {
    harness.activate(harness.find(Role::Button, "Save a copy of what is not sent"));
    draw();
    REQUIRE(host.copies_.saved.size() == 1);
  }
  wire::SavedCopy saved() {
    auto read = copy_in(host.copies_.saved.at(0).content);
    REQUIRE(std::holds_alternative<wire::SavedCopy>(read));
    return std::get<wire::SavedCopy>(read);
  }
  std::string saved_text() {
    const Bytes& file = host.copies_.saved.at(0).content;
    return {file.begin(), file.end()};
  }
  void choose() {
    harness.push({harness.find(Role::FileField, "The file that you saved").id, ui::ActionKind::SetValue,
                  "file-1\nalongside.html"});
    draw();
    REQUIRE(host.reading.size() == 1);
    CHECK(host.reading[0].most_bytes == wire::saved_copy_limits::paper_bytes);
  }
  void choose(Result<Bytes> file) {
    choose();
    const auto reply = host.reading[0].reply;
    host.reading.clear();
    reply(std::move(file));
    draw();
  }
  bool says(const char* words) { return harness.has(Role::Status, words) || harness.has(Role::Paragraph, words); }
};

wire::SavedCopy copy_of(PersonId person) {
  wire::SavedCopy copy;
  copy.person = person;
  wire::Operation made;
  made.id = OperationId(IdBytes{1});
  made.actor = person;
  made.kind = 46;
  copy.changes = {made};
  copy.files = {{DocumentId(IdBytes{2}), Bytes{1}, {}}};
  return copy;
}

}  // namespace

TEST_CASE("with nothing unsent that is said, nothing is offered to save, and a file can still be taken back") {
  Screen screen;
  screen.draw();
  CHECK(screen.says("Nothing waits here. All that you sent is with the council."));
  CHECK_FALSE(screen.harness.has(Role::Button, "Save a copy of what is not sent"));
  CHECK(screen.harness.has(Role::FileField, "The file that you saved"));
}

TEST_CASE("nobody sees anything, and is led to sign in") {
  Screen screen;
  screen.host.session_.person = {};
  screen.add(1);
  screen.draw();
  CHECK(screen.harness.has(Role::Link, "Sign in"));
  CHECK_FALSE(screen.says("Something about your family"));
}

TEST_CASE("a copy is a file with the day in its name, to be read by people and whole for the app") {
  Screen screen;
  const wire::Operation made = screen.add(1);
  screen.add(2, ChangeState::Refused);
  screen.add_photo(3, 100);
  screen.draw();
  CHECK(screen.says("Something about your family"));
  CHECK(screen.says("The file is not locked. Whoever finds it can read it, so keep it where only you can look."));
  CHECK(screen.says("1 photo or paper goes with it."));
  screen.press_save();
  CHECK(screen.says("Making your file."));
  CHECK(screen.host.copies_.saved[0].name == "alongside-2026-11-22.html");
  const wire::SavedCopy copy = screen.saved();
  CHECK(copy.person == sam);
  REQUIRE(copy.changes.size() == 1);  // what the council answered is not sent again
  CHECK(copy.changes[0].id == made.id);
  CHECK(copy.files.size() == 1);
  const std::string text = screen.saved_text();
  for (const char* part : {"What was not sent yet on 22 November 2026", "Saved by Sam Ashford.", "Marl End",
                           "Could not take it", "The file is not locked", "1 photo or paper goes with it."})
    CHECK_MESSAGE(text.find(part) != text.npos, part);
  screen.host.copies_.saved[0].done(SavedCopies::Place::Downloads);
  screen.draw();
  CHECK(screen.says("Your browser has the file now. Look among your downloads before you clear anything."));
}

TEST_CASE("it is said where the file went, and when it went nowhere") {
  Screen screen;
  screen.add(1);
  screen.draw();
  screen.press_save();
  const auto done = screen.host.copies_.saved[0].done;
  const auto after = [&](Result<SavedCopies::Place> place, const char* words) {
    done(std::move(place));
    screen.draw();
    CHECK_MESSAGE(screen.says(words), words);
  };
  after(SavedCopies::Place::Shared, "Your file was passed on to where you chose.");
  after(Error{ErrorCode::Conflict, {}}, "You closed it, so nothing was saved.");
  after(Error{ErrorCode::Offline, {}},
        "The file could not be made. Everything is still safe on this device. Try again.");
}

TEST_CASE("what one file cannot hold stays here, and the page and the file say so") {
  Screen screen;
  for (int number = 0; number < 1002; ++number) {
    IdBytes id{};
    id[0] = static_cast<std::uint8_t>(number);
    id[1] = static_cast<std::uint8_t>(number >> 8);
    id[2] = 1;
    screen.add(1).id = OperationId(id);
  }
  for (std::uint8_t number = 1; number <= 4; ++number) screen.add_photo(number, std::size_t{4} << 20);
  screen.draw();
  CHECK(screen.says("2 changes did not fit in the file. They stay on this device."));
  CHECK(screen.says("1 photo or paper is too big for the file. It stays on this device."));
  CHECK(screen.says("And 952 more. The file has them too."));
  screen.press_save();
  CHECK(screen.host.copies_.saved[0].content.size() < wire::saved_copy_limits::paper_bytes);
  CHECK(screen.saved().changes.size() == 1000);
  CHECK(screen.saved().files.size() == 3);
  CHECK(screen.saved_text().find("2 changes did not fit in the file.") != std::string::npos);
}

TEST_CASE("changes that this version cannot read are counted: no copy has them") {
  Screen screen;
  screen.host.copies_.kept_.unreadable = 2;
  screen.draw();
  CHECK_FALSE(screen.says("Nothing waits here. All that you sent is with the council."));
  CHECK(screen.harness.has(Role::Paragraph,
                           "2 changes on this device cannot be read by this version of the app. They stay here, and "
                           "no copy has them. Close the app and open it again."));
}

TEST_CASE("a file of one's own is taken back whole, and what came of it is counted") {
  Screen screen;
  screen.draw();
  screen.choose(paper_of({}, copy_of(sam)));
  REQUIRE(screen.host.copies_.taking.size() == 1);
  CHECK(screen.host.copies_.taking[0].changes.size() == 1);
  CHECK(screen.host.copies_.taking[0].files.size() == 1);
  CHECK(screen.says("Reading your file."));
  SavedCopies::Taken taken;
  taken.taken = 2;
  taken.known = 1;
  taken.here = 3;
  taken.files = 1;
  taken.asked = SavedCopies::Taken::Asked::Yes;
  screen.host.copies_.taking[0].done(taken);
  screen.draw();
  CHECK(screen.says("2 changes are back on this device. They go to the council by themselves."));
  CHECK(screen.says("The council had 1 already."));
  CHECK(screen.says("3 were on this device already."));
  CHECK(screen.says("1 photo or paper came back too."));
  CHECK_FALSE(screen.says("We could not ask the council now which of them it has. It takes each only once."));
}

TEST_CASE("when the council could not be asked, that is said") {
  Screen screen;
  screen.draw();
  screen.choose(paper_of({}, copy_of(sam)));
  SavedCopies::Taken taken;
  taken.taken = 1;
  screen.host.copies_.taking[0].done(taken);
  screen.draw();
  CHECK(screen.says("We could not ask the council now which of them it has. It takes each only once."));
}

TEST_CASE("a file that is not one's own, not whole or not ours is refused in words, and nothing is taken") {
  Screen screen;
  screen.draw();
  const auto refuses = [&](Result<Bytes> file, const char* words) {
    screen.choose(std::move(file));
    CHECK_MESSAGE(screen.says(words), words);
    CHECK(screen.host.copies_.taking.empty());
  };
  refuses(paper_of({}, copy_of(PersonId(IdBytes{8}))),
          "This file is another person's. Sign in as that person to take it back.");
  Bytes cut = paper_of({}, copy_of(sam));
  cut.resize(cut.size() - 40);
  refuses(cut, "This file is damaged: a part of it is missing or was changed. Nothing was taken back.");
  refuses(Bytes{'n', 'o'},
          "This is not a file that was saved here. Its name begins with alongside and ends with html.");
  refuses(Error{ErrorCode::TooLarge, "HTTP 413"},
          "This file is too big to be one that was saved here. Nothing was taken back.");
  const std::string newer = "ALONGSIDE-COPY-2:\nAA\n:";
  refuses(Bytes(newer.begin(), newer.end()),
          "A newer version of this app made this file. Close the app, open it again, and choose the file once more.");
}

TEST_CASE("a device that could not keep it says why, and that the file is still good") {
  Screen screen;
  screen.draw();
  screen.choose(paper_of({}, copy_of(sam)));
  const auto done = screen.host.copies_.taking[0].done;
  const auto after = [&](Error error, const char* words) {
    done(std::move(error));
    screen.draw();
    CHECK_MESSAGE(screen.says(words), words);
  };
  after({ErrorCode::TooLarge, "many"},
        "Too many photos wait on this device. Nothing was taken back. Choose the file again when they are sent.");
  after({ErrorCode::TooLarge, "full"},
        "There is no room on this device. Nothing was taken back. Make some room, then choose the file again.");
  after({ErrorCode::Storage, {}},
        "This device could not keep it. Nothing was taken back. Your file is still good: try again, or use another "
        "device.");
}
