// MoneyScreen: a phone on which Sam is signed in, with Riley's agreement and its first payment, for the
// tests of the money screens.
#pragma once

#include "plugins/direct_payments/pages/money_store.hpp"
#include "plugins/direct_payments/words.hpp"
#include "plugins/planning/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace alongside::testing {

template <class AnyPage>
struct MoneyScreen : PageScreen {
  direct_payments::MoneyStore store{host};
  std::unique_ptr<AnyPage> page;

  explicit MoneyScreen(std::string_view address, bool is_signed_in = true)
      : PageScreen(direct_payments_words, sample_council()) {
    harness.words().add(planning_words);  // of "Can my budget pay for this?"
    if (is_signed_in) {
      host.session_.person = sam;
      host.session_.name = "Sam Ashford";
      host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
      host.session_.people = {{jo, "Jo Ashford", {}, {}}};
      host.records_.put(agreement_id, riley, sam, wire::Facet::Money, sample_agreement());
      add(1, council_payment(31200, "2026-11-02"));
    }
    open(address);
  }

  void open(std::string_view address) {
    page = std::make_unique<AnyPage>(host, store);
    page->opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void add(std::uint8_t number, const direct_payments::Transaction& transaction) {
    host.records_.put(id_number<DocumentId>(number), riley, sam, wire::Facet::Money, transaction);
  }
  void plan(std::uint8_t number, const direct_payments::PlanItem& item) {
    host.records_.put(id_number<DocumentId>(number), riley, sam, wire::Facet::Plan, item);
  }
  // The device has kept what was saved.
  void kept() {
    host.records_.finish_saves();
    draw();
  }
  void press(std::string_view button) {
    harness.activate(harness.find(ui::Role::Button, button));
    draw();
  }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(ui::Role::TextField, field), text);
    draw();
  }
  bool says(std::string_view text) const {
    return harness.has(ui::Role::Paragraph, text) || harness.has(ui::Role::Status, text);
  }
};

}  // namespace alongside::testing
