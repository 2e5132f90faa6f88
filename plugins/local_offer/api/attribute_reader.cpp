#include "plugins/local_offer/api/attribute_reader.hpp"

#include "plugins/local_offer/model/fold.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::local_offer {
namespace {

void add_once(std::vector<std::string>& terms, std::string term) {
  const auto is_same = [&](const std::string& known) { return same_term(known, term); };
  if (std::none_of(terms.begin(), terms.end(), is_same)) terms.push_back(std::move(term));
}

// False when the taxonomy, or the term in it, is not one we know by meaning.
bool take_meaning(ServiceSummary& summary, const std::string& taxonomy, const std::string& term) {
  if (taxonomy == "tier") {
    summary.tier = tier_named(term);
    return summary.tier != Tier::Unknown;
  }
  if (taxonomy == "way-in") {
    summary.way_in = way_in_named(term);
    return summary.way_in != WayIn::Unknown;
  }
  if (taxonomy == "season") {
    const std::uint8_t season = season_named(term);
    summary.seasons |= season;
    return season != 0;
  }
  // Shown with the other words of the feed as well, so it is not taken away from there.
  if (taxonomy == "capacity") summary.space = space_named(term);
  if (taxonomy == "registration") add_once(summary.registrations, term);
  std::vector<std::string>* list = taxonomy == "short-break-kind" ? &summary.kinds
                                   : taxonomy == "need"           ? &summary.needs
                                   : taxonomy == "support"        ? &summary.support
                                   : taxonomy == "accepts"        ? &summary.accepts
                                   : taxonomy == "local-offer"    ? &summary.heads
                                                                  : nullptr;
  if (list != nullptr) add_once(*list, term);
  return list != nullptr;
}

}  // namespace

void read_registrations(ServiceDetail& service) {
  for (const FoldedWord& word : fold_words(service.accreditations)) {
    if (word.folded == "ofsted") add_once(service.summary.registrations, "Ofsted");
    if (word.folded == "cqc" || word.folded == "ciw")
      add_once(service.summary.registrations, std::string(word.written));
  }
}

void read_attributes(RecordReader& reader, ServiceDetail& service) {
  for (RecordReader& entry : reader.objects("attributes")) {
    auto term = entry.object("taxonomy_term");
    if (!term) continue;
    Attribute attribute;
    attribute.taxonomy = term->line("taxonomy");
    attribute.term = term->line("name");
    if (attribute.term.empty()) attribute.term = term->line("term");
    if (attribute.term.empty()) continue;
    if (!take_meaning(service.summary, attribute.taxonomy, attribute.term))
      service.attributes.push_back(std::move(attribute));
  }
}

}  // namespace alongside::local_offer
