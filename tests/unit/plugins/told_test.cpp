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

namespace {

void sign_in(ToldScreen& screen) {
  screen.host.session_.person = PersonId(std::array<std::uint8_t, 16>{7});
  screen.host.session_.own = {HouseholdId(std::array<std::uint8_t, 16>{8}), SubjectId(std::array<std::uint8_t, 16>{7})};
}

KeepAsk kept_by(const PendingChange& change) { return wire::decode_payload<KeepAsk>(change.change.payload).value(); }

}  // namespace

TEST_CASE("what a person who is signed in asks goes to the council as their own, and not to the device's notes") {
  ToldScreen screen;
  sign_in(screen);
  screen.part();
  CHECK(
      screen.says("Press one. We write to you here when it happens, and by email if you chose emails. Only you and the "
                  "council can see what you asked."));
  screen.press("Tell me when this changes");
  CHECK(screen.host.notes_.notes.empty());
  auto& saved = screen.host.records_.saved;
  REQUIRE(saved.size() == 1);
  CHECK(saved[0]->change.subject == screen.host.session_.own);
  const KeepAsk keep = kept_by(*saved[0]);
  CHECK(keep.ask.service == screen.offer.services[0].id);
  CHECK(keep.ask.of == tell_bit(TellOf::Changes));
  screen.host.records_.finish_saves();
  screen.part();
  CHECK(screen.says("We keep this for you, on all your devices. Press again to stop."));
  screen.press("Tell me when this changes");
  REQUIRE(saved.size() == 2);
  CHECK(kept_by(*saved[1]).ask.of == 0);
  CHECK(screen.book.asks().empty());
  screen.host.session_.person = PersonId();
  CHECK(screen.book.asks().empty());
}

TEST_CASE("an ask that another device made is there, and one that the council refused is not") {
  ToldScreen screen;
  sign_in(screen);
  const ToldAsk ask = asked(screen.offer.services[1], TellOf::Space);
  screen.host.records_.put(DocumentId(std::array<std::uint8_t, 16>{3}), screen.host.session_.own,
                           screen.host.session_.person, wire::Facet::Own, ask);
  REQUIRE(screen.book.asks().size() == 1);
  CHECK(screen.book.ask_of(screen.offer.services[1].id).of == tell_bit(TellOf::Space));
  CHECK(screen.book.put(asked(screen.offer.services[0], TellOf::Changes)));
  CHECK(screen.book.asks().size() == 2);
  screen.host.records_.finish_saves();
  screen.host.records_.set_state(0, ChangeState::Refused, "too_many");
  CHECK(screen.book.asks().size() == 1);
  screen.open();
  CHECK(screen.says("We could not keep what you asked about Otter Swim. You asked about many already."));
  screen.harness.activate(screen.harness.find(Role::Button, "I have read this"));
  screen.draw();
  CHECK(screen.book.refused().empty());
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
