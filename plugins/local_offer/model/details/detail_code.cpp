#include "plugins/local_offer/model/details/detail_code.hpp"

#include "app/wire/payload.hpp"
#include "plugins/local_offer/model/details/detail_texts.hpp"
#include "plugins/local_offer/model/details/text_code.hpp"

#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::size_t head = 5;

std::uint32_t check_in(std::span<const std::uint8_t> bytes) {
  std::uint32_t check = 0;
  for (unsigned i = 0; i < 4; ++i) check |= std::uint32_t{bytes[i]} << 8 * i;
  return check;
}

std::optional<ServiceDetail> read_whole(std::span<const std::uint8_t> bytes) {
  auto whole = wire::decode_payload<ServiceDetail>(bytes);
  if (!whole.ok()) return std::nullopt;
  return std::move(whole).value();
}

// The length of what stands between the head and the texts; nothing when it is more than there is.
std::optional<std::span<const std::uint8_t>> take_part(std::span<const std::uint8_t>& bytes) {
  std::size_t length = 0;
  for (unsigned i = 0; i < 4 && i < bytes.size(); ++i) {
    length |= std::size_t{bytes[i] & 0x7Fu} << 7 * i;
    if (bytes[i] >= 0x80) continue;
    if (length > bytes.size() - i - 1) return std::nullopt;
    const auto part = bytes.subspan(i + 1, length);
    bytes = bytes.subspan(i + 1 + length);
    return part;
  }
  return std::nullopt;
}

std::optional<ServiceDetail> read_by_words(std::span<const std::uint8_t> bytes, const ServiceSummary& summary) {
  const auto bare = take_part(bytes);
  auto service = bare ? read_whole(*bare) : std::nullopt;
  if (!service) return std::nullopt;
  KnownWords known(summary);
  TextReader texts(bytes, known, summary.summary);
  bool is_good = true;
  each_text(*service, [&](std::string& text) {
    if (!is_good) return;
    auto next = texts.next();
    is_good = next && text.empty();
    if (is_good) text = std::move(*next);
  });
  if (!is_good || !texts.at_end()) return std::nullopt;
  return service;
}

}  // namespace

// FNV-1a: to notice, not to defend.
std::uint32_t detail_check(const ServiceSummary& service) {
  std::uint32_t hash = 2166136261u;
  const auto add = [&hash](const std::string& text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    hash = (hash ^ 0xFFu) * 16777619u;
  };
  for (const std::string* text : {&service.id, &service.name, &service.organisation, &service.summary, &service.words})
    add(*text);
  for (const Spot& spot : service.spots) add(spot.place);
  for (const std::string& language : service.languages) add(language);
  return hash;
}

std::optional<ServiceDetail> read_detail(std::span<const std::uint8_t> bytes, const ServiceSummary& summary) {
  if (bytes.size() < head || check_in(bytes) != detail_check(summary)) return std::nullopt;
  const auto rest = bytes.subspan(head);
  const auto form = static_cast<DetailForm>(bytes[head - 1]);
  if (form != DetailForm::Whole && form != DetailForm::ByWords) return std::nullopt;
  auto service = form == DetailForm::Whole ? read_whole(rest) : read_by_words(rest, summary);
  if (!service) return std::nullopt;
  if (form == DetailForm::ByWords) put_known(*service, summary);
  service->summary = summary;
  return service;
}

std::optional<ServiceDetail> find_detail(const OfferDetails& details, const ServiceSummary& summary) {
  const std::uint32_t check = detail_check(summary);
  for (const Bytes& each : details.services) {
    if (each.size() < head || check_in(each) != check) continue;
    if (auto service = read_detail(each, summary)) return service;
  }
  return std::nullopt;
}

void take_known(ServiceDetail& service) {
  if (service.organisation.name == service.summary.organisation) service.organisation.name.clear();
  if (service.languages == service.summary.languages) service.languages.clear();
  std::size_t spot = 0;
  for (Location& location : service.locations) {
    if (location.location_type != LocationType::Physical || spot == service.summary.spots.size()) continue;
    const Spot& known = service.summary.spots[spot++];
    if (known.place != location.city || known.point != location.point) continue;
    location.city.clear();
    location.point.reset();
  }
}

void put_known(ServiceDetail& service, const ServiceSummary& summary) {
  if (service.organisation.name.empty()) service.organisation.name = summary.organisation;
  if (service.languages.empty()) service.languages = summary.languages;
  std::size_t spot = 0;
  for (Location& location : service.locations) {
    if (location.location_type != LocationType::Physical || spot == summary.spots.size()) continue;
    const Spot& known = summary.spots[spot++];
    if (!location.city.empty() || location.point) continue;
    location.city = known.place;
    location.point = known.point;
  }
}

}  // namespace alongside::local_offer
