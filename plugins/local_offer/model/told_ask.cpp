#include "plugins/local_offer/model/told_ask.hpp"

namespace alongside::local_offer {
namespace {

// FNV-1a: to notice, not to defend.
class Look {
 public:
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) byte(static_cast<std::uint8_t>(number >> 8 * i));
  }
  void add(const std::string& text) {
    for (const char c : text) byte(static_cast<std::uint8_t>(c));
    byte(0xFF);
  }
  void add(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) add(text);
    byte(0xFE);
  }
  std::uint32_t taken() const { return hash_; }

 private:
  void byte(std::uint8_t value) { hash_ = (hash_ ^ value) * 16777619u; }
  std::uint32_t hash_ = 2166136261u;
};

}  // namespace

bool is_so(const ServiceSummary& service, TellOf of) {
  if (of == TellOf::Space) return service.status == Status::Active && service.space == Space::PlacesAvailable;
  if (of == TellOf::Opening) return service.status == Status::Active && service.space != Space::Full;
  return false;
}

std::uint32_t look_of(const ServiceSummary& service) {
  Look look;
  for (const std::string* text : {&service.name, &service.organisation, &service.summary, &service.words})
    look.add(*text);
  for (const auto* terms : {&service.kinds, &service.needs, &service.support, &service.accepts, &service.heads,
                            &service.languages, &service.registrations})
    look.add(*terms);
  for (const Spot& spot : service.spots) look.add(spot.place);
  look.add(static_cast<std::uint64_t>(service.tier));
  look.add(static_cast<std::uint64_t>(service.way_in));
  look.add(static_cast<std::uint64_t>(service.status));
  look.add(static_cast<std::uint64_t>(service.space));
  look.add(std::uint64_t{service.minimum_age.value_or(255)} << 8 | service.maximum_age.value_or(255));
  look.add(std::uint64_t{service.days} << 16 | std::uint64_t{service.seasons} << 8 | service.parts_of_day);
  look.add(static_cast<std::uint64_t>(service.cost.kind));
  look.add(static_cast<std::uint64_t>(service.cost.lowest.pence()));
  return look.taken();
}

void see(ToldAsk& ask, const ServiceSummary& service, Date today) {
  ask.service = service.id;
  ask.name = service.name;
  ask.since = today;
  ask.look = look_of(service);
  ask.held = 0;
  for (const TellOf of : {TellOf::Space, TellOf::Opening}) {
    if (is_so(service, of)) ask.held |= tell_bit(of);
  }
  ask.told = News::Nothing;
  ask.told_look = 0;
}

News news_of(const ToldAsk& ask, const ServiceSummary* now) {
  if (now == nullptr) return News::Gone;
  const auto is_new = [&](TellOf of) {
    return (ask.of & tell_bit(of)) != 0 && (ask.held & tell_bit(of)) == 0 && is_so(*now, of);
  };
  if (is_new(TellOf::Space)) return News::Space;
  if (is_new(TellOf::Opening)) return News::Opened;
  if ((ask.of & tell_bit(TellOf::Changes)) != 0 && ask.look != look_of(*now)) return News::Changed;
  return News::Nothing;
}

bool note_told(ToldAsk& ask, const ServiceSummary* now) {
  const News news = news_of(ask, now);
  const std::uint32_t look = news == News::Changed ? look_of(*now) : 0;
  if (news == ask.told && look == ask.told_look) return false;
  ask.told = news;
  ask.told_look = look;
  return news != News::Nothing;
}

}  // namespace alongside::local_offer
