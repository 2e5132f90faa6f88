#include "plugins/local_offer/api/feeds/likeness.hpp"

#include "app/base/text.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/local_offer/api/feeds/json_items.hpp"
#include "plugins/local_offer/model/fold.hpp"

#include <algorithm>
#include <utility>

namespace alongside::local_offer {
namespace {

using Words = std::set<std::string>;

std::string postcode_key(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') key += static_cast<char>(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || is_digit(c)) key += c;
  }
  return key.size() >= 5 && key.size() <= 7 ? key : std::string();
}

// The last ten digits: with or without 0 or +44 in front.
std::string phone_key(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) digits += c;
  }
  return digits.size() < 9 ? std::string() : digits.substr(digits.size() > 10 ? digits.size() - 10 : 0);
}

void add_known(Words& words, std::string word) {
  if (!word.empty()) words.insert(std::move(word));
}

void add_web(ServiceFacts& facts, std::string_view address) {
  std::string web = search_fold(address);
  const std::size_t scheme = web.find("://");
  if (scheme == web.npos) return;
  web.erase(0, scheme + 3);
  if (web.starts_with("www.")) web.erase(0, 4);
  web = web.substr(0, web.find('#'));
  while (web.ends_with('/')) web.pop_back();
  const std::string site = web.substr(0, web.find_first_of("/?"));
  facts.sites.insert(site);
  if (web != site) facts.pages.insert(web);
}

void add_title(ServiceFacts& facts, const std::string& name) {
  for (const FoldedWord& word : fold_words(name)) {
    if (is_small_word(word.folded)) continue;
    const std::string stemmed = stem(word.folded);
    facts.title += (facts.title.empty() ? "" : " ") + stemmed;
    facts.title_words.insert(stemmed);
  }
}

void add_numbers(ServiceFacts& facts, std::string_view record) {
  const auto json = server::read_json(record);
  if (!json.ok()) return;
  const server::JsonValue* organisation = json.value().find("organization");
  if (organisation == nullptr) return;
  for (const server::JsonValue& item : list_at(*organisation, "organization_identifiers")) {
    const std::string scheme(
        item.text_at(item.text_at("identifier_scheme").empty() ? "identifier_type" : "identifier_scheme"));
    const std::string number = fold(item.text_at("identifier"));
    if (!number.empty()) facts.numbers.insert(fold(scheme) + " " + number);
  }
}

bool share(const Words& a, const Words& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
}

// How many of the words of both titles are in both: 0 to 100.
int shared_words(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return 0;
  const auto both = std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
  const auto all = static_cast<std::ptrdiff_t>(a.size() + b.size()) - both;
  return static_cast<int>(both * 100 / all);
}

bool are_apart(const ServiceFacts& a, const ServiceFacts& b) {
  return (a.oldest && b.youngest && *a.oldest < *b.youngest) || (b.oldest && a.youngest && *b.oldest < *a.youngest);
}

class Weighing {
 public:
  void add(bool holds, int points, std::string_view reason) {
    if (!holds) return;
    likeness_.score += points;
    likeness_.reasons.emplace_back(reason);
  }
  // Whatever speaks for it: no more than so many points.
  void cap(int most) { likeness_.score = std::min(likeness_.score, most); }
  Likeness take() {
    likeness_.score = std::clamp(likeness_.score, 0, 100);
    return std::move(likeness_);
  }

 private:
  Likeness likeness_;
};

void weigh_organisation(Weighing& weighing, const ServiceFacts& a, const ServiceFacts& b) {
  const bool same_name = !a.organisation.empty() && a.organisation == b.organisation;
  const bool same_number = share(a.numbers, b.numbers);
  weighing.add(same_number, 30, "the same organisation number");
  weighing.add(same_name && !same_number, 20, "the same organisation");
  weighing.add(!same_number && !a.numbers.empty() && !b.numbers.empty(), -30, "other organisation numbers");
}

}  // namespace

ServiceFacts facts_of(const ServiceDetail& service, std::string_view record) {
  ServiceFacts facts;
  facts.id = service.summary.id;
  add_title(facts, service.summary.name);
  facts.organisation = fold(service.organisation.name);
  add_numbers(facts, record);
  for (const Location& location : service.locations) add_known(facts.postcodes, postcode_key(location.postal_code));
  for (const ServiceContact& contact : service.contacts) {
    for (const std::string& phone : contact.phones) add_known(facts.phones, phone_key(phone));
    add_known(facts.emails, search_fold(contact.email));
  }
  add_known(facts.emails, search_fold(service.email));
  add_web(facts, service.url);
  facts.youngest = service.summary.minimum_age;
  facts.oldest = service.summary.maximum_age;
  facts.days = service.summary.days;
  facts.is_confidential = record.find("\"confidential\":true") != record.npos;
  return facts;
}

Likeness likeness_of(const ServiceFacts& a, const ServiceFacts& b) {
  Weighing weighing;
  if (a.id == b.id) {
    weighing.add(true, 100, "the same id");
    return weighing.take();
  }
  const int shared = shared_words(a.title_words, b.title_words);
  const bool same_title = !a.title.empty() && a.title == b.title;
  weighing.add(same_title, 35, "the same title");
  weighing.add(!same_title && shared >= 60, 20, "nearly the same title");
  weigh_organisation(weighing, a, b);
  weighing.add(share(a.postcodes, b.postcodes), 20, "the same postcode");
  weighing.add(share(a.phones, b.phones), 15, "the same phone number");
  weighing.add(share(a.emails, b.emails), 10, "the same email address");
  const bool same_page = share(a.pages, b.pages);
  weighing.add(same_page, 15, "the same web page");
  weighing.add(!same_page && share(a.sites, b.sites), 5, "the same website");
  weighing.add(are_apart(a, b), -25, "other ages");
  weighing.add(a.days != 0 && b.days != 0 && (a.days & b.days) == 0, -15, "other days");
  // One organisation runs many things at one place with one phone: only the title tells them apart.
  if (!same_title) weighing.cap(shared >= 60 ? Likeness::certain - 1 : Likeness::doubtful - 1);
  return weighing.take();
}

std::string Likeness::why() const {
  std::string words;
  for (const std::string& reason : reasons) words += (words.empty() ? "" : ", ") + reason;
  return words;
}

}  // namespace alongside::local_offer
