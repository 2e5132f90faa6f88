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
Change change_of(const wire::Subject& subject, const Message& message, const wire::Version& base = {}) {
  return {subject, Message::schema.id, Message::schema.version, base, wire::encode_payload(message)};
}

constexpr std::array facets{wire::Facet::Money, wire::Facet::Plan, wire::Facet::CareNotes, wire::Facet::Address};
constexpr std::array preference_keys{"size", "contrast", "ask"};

// A fact as its person has it before them.
struct ShownFact {
  wire::Fact fact;
  wire::Version version;
};

// What the council shows, and over it what this device has made since.
std::vector<ShownFact> facts_of(const client::SyncEngine& engine) {
  std::vector<ShownFact> shown;
  for (const wire::Document* document : engine.documents(wire::Fact::schema.id)) {
    auto fact = wire::decode_payload<wire::Fact>(document->content);
    if (fact) shown.push_back({std::move(fact).value(), document->now()});
  }
  constexpr std::array kinds{wire::Fact::schema.id};
  for (const PendingChange* pending : engine.changes(kinds)) {
    if (pending->state == ChangeState::Refused || pending->state == ChangeState::Conflict) continue;
    auto fact = wire::decode_payload<wire::Fact>(pending->change.payload);
    if (!fact) continue;
    const auto known = std::ranges::find(shown, fact->id, [](const ShownFact& one) { return one.fact.id; });
    const wire::Version version = pending->change.base.after(pending->id);
    if (known == shown.end()) {
      if (!pending->change.base.exists()) shown.push_back({std::move(fact).value(), version});
    } else if (known->version == pending->change.base) {
      *known = {std::move(fact).value(), version};
    }
  }
  return shown;
}

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
  save(change_of(about_riley, SimAppend{dice.one_in(2) ? list_of_sam : list_of_jo, marker, {}}), marker);
}

// A third of the time a new fact; else another text for one that the person sees, their own or not.
void Tab::fact(Dice& dice) {
  const std::uint64_t marker = around_.history.begin(engine_.person(), wire::Fact::schema.id);
  wire::Fact fact{engine_.new_document(), dice.pick(facets), std::to_string(marker), {}};
  wire::Version seen;
  const auto known = facts_of(engine_);
  if (!known.empty() && !dice.one_in(3)) {
    const ShownFact& shown = dice.pick(known);
    fact.id = shown.fact.id;
    fact.facet = shown.fact.facet;
    seen = shown.version;
    around_.history.saw(marker, shown.fact);
  }
  save(change_of(about_riley, fact, seen), marker);
}

void Tab::preference(Dice& dice) {
  const std::uint64_t marker = around_.history.begin(engine_.person(), wire::Preference::schema.id);
  wire::Preference preference{engine_.new_document(), dice.pick(preference_keys), std::to_string(marker), {}};
  for (const wire::Document* document : engine_.documents(wire::Preference::schema.id)) {
    const auto known = wire::decode_payload<wire::Preference>(document->content);
    if (known && known->key == preference.key) preference.id = document->id;
  }
  save(change_of(own_things(engine_.person()), preference), marker);
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
  save(change_of(about_riley, payment), marker);
}

void Tab::take_back(Dice& dice) {
  const auto known = engine_.documents(direct_payments::Transaction::schema.id);
  if (known.empty()) return spend(dice);
  const std::uint64_t marker = around_.history.begin(engine_.person(), direct_payments::ReverseTransaction::schema.id);
  save(change_of(about_riley, direct_payments::ReverseTransaction{dice.pick(known)->id, std::to_string(marker), {}}),
       marker);
}

void Tab::share(Dice& dice) {
  constexpr std::array shared{wire::Facet::Money, wire::Facet::Plan, wire::Facet::CareNotes};
  const PersonId viewer = dice.pick(everybody);
  if (viewer == engine_.person()) return append(dice);
  const auto level = static_cast<wire::ShareLevel>(dice.below(3));
  share(viewer, dice.pick(shared), level);
}

void Tab::share(PersonId viewer, wire::Facet facet, wire::ShareLevel level) {
  const std::uint64_t marker = around_.history.begin(engine_.person(), wire::Share::schema.id);
  save(change_of(about_riley, wire::Share{viewer, facet, level, {}}), marker);
}

}  // namespace alongside::simulation
