// Asking to be told: what counts as news, where it is kept, and that one press stops it.
#include "plugins/local_offer/pages/told_page.hpp"
#include "plugins/local_offer/pages/told_ui.hpp"
#include "plugins/service/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace alongside;
using namespace alongside::local_offer;
using ui::Role;

namespace {

ToldAsk asked(const ServiceSummary& service, TellOf of) {
  ToldAsk ask;
  see(ask, service, Date::parse("2026-11-01").value());
  ask.of = tell_bit(of);
  return ask;
}

struct ToldScreen : testing::PageScreen {
  ToldBook book{host};
  ToldPage page{host, book};
  OfferList offer = testing::sample_offer();

  ToldScreen() : PageScreen(service_words, testing::sample_council()) {}
  void open() {
    page.opened(Route::parse("/told"));
    draw();
    if (!host.asked.empty()) host.answer_with(offer);
    draw();
  }
  void draw() { PageScreen::draw(page); }
  bool says(const char* words) { return harness.has(Role::Paragraph, words); }
  // Presses a button of the part on a service's page.
  void press(const char* name) {
    part();
    harness.activate(harness.find(Role::Button, name));
    part();
  }
  void part() {
    harness.frame([this](ui::Ui& ui) {
      const auto main = ui.landmark("main", Role::Main);
      tell_section(ui, offer.services[0], book, host);
    });
    harness.settle();
  }
};

}  // namespace

TEST_CASE("news is what was asked for and was not so before") {
  ServiceSummary full = testing::sample_offer().services[0];
  full.space = Space::Full;
  ServiceSummary open = full, place = full, checked = full, worded = full;
  open.space = Space::WaitingList;
  place.space = Space::PlacesAvailable;
  checked.assured_date = Date::parse("2026-11-21").value();
  worded.words += " trampoline";
  CHECK(news_of(asked(full, TellOf::Space), &full) == News::Nothing);
  CHECK(news_of(asked(full, TellOf::Space), &open) == News::Nothing);
  CHECK(news_of(asked(full, TellOf::Space), &place) == News::Space);
  CHECK(news_of(asked(place, TellOf::Space), &place) == News::Nothing);
  CHECK(news_of(asked(full, TellOf::Opening), &open) == News::Opened);
  CHECK(news_of(asked(full, TellOf::Changes), &checked) == News::Nothing);
  CHECK(news_of(asked(full, TellOf::Changes), &worded) == News::Changed);
  CHECK(news_of(asked(full, TellOf::Space), &worded) == News::Nothing);
  CHECK(news_of(asked(full, TellOf::Changes), nullptr) == News::Gone);
  full.status = Status::TemporarilyClosed;
  CHECK(news_of(asked(full, TellOf::Opening), &open) == News::Opened);
}

TEST_CASE("without an account the ask lies on this device under no name, and one press stops it") {
  ToldScreen screen;
  screen.press("Tell me when this changes");
  CHECK(screen.harness.find(Role::Button, "Tell me when this changes").has(ui::State::Pressed));
  REQUIRE(screen.host.notes_.notes.size() == 1);
  CHECK(screen.host.notes_.notes.begin()->second.second == Lasting::OnDevice);
  CHECK(screen.host.records_.drafts.empty());
  screen.press("Tell me when this changes");
  CHECK(screen.host.notes_.notes.empty());
  CHECK(screen.host.asked.empty());
}

TEST_CASE("what a person who is signed in asks lies with their own things, and not with the device's") {
  ToldScreen screen;
  screen.host.session_.person = PersonId(std::array<std::uint8_t, 16>{7});
  screen.press("Tell me when this changes");
  CHECK(screen.host.notes_.notes.empty());
  CHECK(screen.host.records_.drafts.size() == 1);
  screen.host.session_.person = PersonId(std::array<std::uint8_t, 16>{});
  CHECK(screen.book.asks().empty());
}

TEST_CASE("what could not be kept is said to go") {
  ToldScreen screen;
  screen.press("Tell me when there is a place");
  screen.host.notes_.finish(Error{ErrorCode::Storage, "no disk"});
  screen.part();
  CHECK(screen.says("This device could not keep it. It goes when you close the app."));
}

TEST_CASE("the page tells the news, takes that it was seen, and stops by one press") {
  ToldScreen screen;
  CHECK(screen.book.put(asked(screen.offer.services[0], TellOf::Changes)));
  screen.offer.services[0].words += " trampoline";
  screen.open();
  CHECK(screen.says("It has changed since 1 November 2026."));
  CHECK(screen.harness.find(Role::Link, "Otter Swim").href == "/service/" + screen.offer.services[0].id);
  CHECK(has_told_summary(screen.book));
  screen.harness.activate(screen.harness.find(Role::Button, "I have seen this: Otter Swim"));
  screen.draw();
  CHECK(screen.says("Nothing new since 22 November 2026."));
  CHECK_FALSE(has_told_summary(screen.book));
  screen.harness.activate(screen.harness.find(Role::Button, "Stop telling me about Otter Swim"));
  screen.draw();
  CHECK(screen.book.asks().empty());
}

TEST_CASE("nobody who asked for nothing fetches anything, and a spoilt note is nothing") {
  ToldScreen screen;
  screen.host.notes_.notes["service.told.x"] = {Bytes{1, 2, 3}, Lasting::OnDevice};
  screen.open();
  CHECK(screen.host.asked.empty());
  CHECK_FALSE(has_told_summary(screen.book));
}

TEST_CASE("no more is asked for than there is room") {
  ToldScreen screen;
  const OfferList many = testing::many_services(most_asks + 1);
  for (std::size_t i = 0; i < most_asks; ++i) CHECK(screen.book.put(asked(many.services[i], TellOf::Changes)));
  CHECK_FALSE(screen.book.put(asked(many.services[most_asks], TellOf::Changes)));
}
