#include "tests/simulation/tab.hpp"

#include "app/wire/messages/family.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "tests/simulation/people.hpp"
#include "tests/simulation/sim_messages.hpp"

#include <array>
#include <string>
#include <utility>

namespace alongside::simulation {

namespace {

template <class Message>
Change change_of(const wire::Subject& subject, std::uint64_t base_version, const Message& message) {
  return {subject, Message::schema.id, Message::schema.version, base_version, wire::encode_payload(message)};
}

constexpr std::array facets{wire::Facet::Money, wire::Facet::Plan, wire::Facet::CareNotes, wire::Facet::Address};
constexpr std::array preference_keys{"size", "contrast", "ask"};

wire::Subject own_things(PersonId person) { return {family, SubjectId(person.bytes())}; }

}  // namespace

Tab::Tab(TabSurroundings surroundings, Dice dice, std::function<void(Tab*)> die)
    : around_(surroundings),
      store_(around_.store, life_, [this, die = std::move(die)] { die(this); }),
      turns_(around_.store.scheduler, around_.turns, life_),
      transport_(around_.network, around_.line, life_, around_.history),
      timer_(around_.store.scheduler, life_),
      chance_(dice),
      engine_({store_, turns_, transport_, timer_, chance_, around_.clock}) {}

void Tab::open() {
  engine_.open(around_.line.person, client::Keep::Everything, [this](Result<void> opened) {
    if (opened) {
      open_ = true;
      return engine_.sync(client::SyncReason::Started);
    }
    // Nothing could be read just now: the person waits, and the page tries again.
    around_.store.scheduler.after(1000, life_, [this] { open(); });
  });
}

void Tab::save(Change change, std::uint64_t marker) {
  engine_.save(std::move(change), [this, marker](Result<OperationId> saved) {
    if (!saved) return around_.history.told(marker, std::nullopt, Kept::OnDisk);
    // Without a store the engine says so only when the council has it.
    around_.history.told(marker, saved.value(), store_.has_on_disk(saved.value()) ? Kept::OnDisk : Kept::AtTheCouncil);
  });
}

void Tab::save_something(Dice& dice) {
  switch (dice.below(14)) {
    case 0:
    case 1:
    case 2:
    case 3: return append(dice);
    case 4:
    case 5:
    case 6: return fact(dice);
    case 7:
    case 8: return preference(dice);
    case 9: return share(dice);
    case 10: return take_back(dice);
    default: return spend(dice);
  }
}

void Tab::append(Dice& dice) {
  const std::uint64_t marker = around_.history.begin(engine_.person(), SimAppend::schema.id);
  save(change_of(about_riley, 0, SimAppend{dice.one_in(2) ? list_of_sam : list_of_jo, marker, {}}), marker);
}

// Half of the time a new fact; else another text for one that the person sees, their own or not.
void Tab::fact(Dice& dice) {
  const std::uint64_t marker = around_.history.begin(engine_.person(), wire::Fact::schema.id);
  wire::Fact fact{engine_.new_document(), dice.pick(facets), std::to_string(marker), {}};
  std::uint64_t base_version = 0;
  const auto known = engine_.documents(wire::Fact::schema.id);
  if (!known.empty() && !dice.one_in(3)) {
    const wire::Document& document = *dice.pick(known);
    fact.id = document.id;
    fact.facet = document.facet;
    base_version = document.version;
    around_.history.saw(marker, document.content);
  }
  save(change_of(about_riley, base_version, fact), marker);
}

void Tab::preference(Dice& dice) {
  const std::uint64_t marker = around_.history.begin(engine_.person(), wire::Preference::schema.id);
  wire::Preference preference{engine_.new_document(), dice.pick(preference_keys), std::to_string(marker), {}};
  for (const wire::Document* document : engine_.documents(wire::Preference::schema.id)) {
    const auto known = wire::decode_payload<wire::Preference>(document->content);
    if (known && known->key == preference.key) preference.id = document->id;
  }
  save(change_of(own_things(engine_.person()), 0, preference), marker);
}

// A payment of as many pence as its marker says.
void Tab::spend(Dice& dice) {
  using direct_payments::Account;
  using direct_payments::RecordTransaction;
  const std::uint64_t marker = around_.history.begin(engine_.person(), RecordTransaction::schema.id);
  const auto pence = static_cast<std::int64_t>(marker);
  RecordTransaction payment;
  payment.agreement = direct_payments::mark_of(agreement_of_sam);
  payment.day = Date(20'759 + static_cast<std::int32_t>(dice.below(21)));
  payment.postings = {{Account::Activities, Money::of_known(pence)}, {Account::Bank, Money::of_known(-pence)}};
  payment.text = std::to_string(marker);
  save(change_of(about_riley, 0, payment), marker);
}

void Tab::take_back(Dice& dice) {
  const auto known = engine_.documents(direct_payments::Transaction::schema.id);
  if (known.empty()) return spend(dice);
  const std::uint64_t marker = around_.history.begin(engine_.person(), direct_payments::ReverseTransaction::schema.id);
  save(change_of(about_riley, 0, direct_payments::ReverseTransaction{dice.pick(known)->id, std::to_string(marker), {}}),
       marker);
}

void Tab::share(Dice& dice) {
  constexpr std::array shared{wire::Facet::Money, wire::Facet::Plan, wire::Facet::CareNotes};
  const PersonId viewer = dice.pick(everybody);
  if (viewer == engine_.person()) return append(dice);
  const auto level = static_cast<wire::ShareLevel>(dice.below(3));
  const std::uint64_t marker = around_.history.begin(engine_.person(), wire::Share::schema.id);
  save(change_of(about_riley, 0, wire::Share{viewer, dice.pick(shared), level, {}}), marker);
}

}  // namespace alongside::simulation
