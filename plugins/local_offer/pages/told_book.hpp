// ToldBook: what somebody asked to be told. Of a person who is signed in it is their own at the council, who writes to
// them; of anybody else it is this device's, without a name. Also the list of services to compare it with, fetched only
// when there is something to compare. Owned by the module, used by its pages and its summary.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/told_ask.hpp"
#include "plugins/local_offer/pages/fetched.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class AskKeeping : std::uint8_t { Kept, WhileOpen };

// What the council would not keep.
struct RefusedAsk {
  OperationId change;
  std::string name;
};

class ToldBook {
 public:
  explicit ToldBook(Host& host) : host_(host) {}

  std::vector<ToldAsk> asks();
  ToldAsk ask_of(std::string_view service);  // an empty one when nothing was asked
  // An ask of nothing is forgotten. False: there is no room for another.
  bool put(ToldAsk ask);
  bool is_persons() const;  // the council keeps it, and writes to them
  std::vector<RefusedAsk> refused() const;
  AskKeeping keeping() const { return keeping_; }  // of what was asked last

  void want_list();
  Load list_load() const { return list_.load(); }
  const ServiceSummary* find(std::string_view service) const;  // only when the list is Ready
  std::size_t news_count();                                    // 0 while the list is not there

 private:
  void kept(AskKeeping keeping);
  const std::vector<ToldAsk>& own_asks();

  Host& host_;
  std::vector<ToldAsk> own_;  // of `own_edition_` of the records: they are read once, and not in every frame
  std::optional<std::uint64_t> own_edition_;
  Fetched<OfferList> list_;
  AskKeeping keeping_ = AskKeeping::Kept;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
};

}  // namespace alongside::local_offer
