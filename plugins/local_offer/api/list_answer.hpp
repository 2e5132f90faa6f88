// ListAnswer: the whole list as every device fetches it: made and compressed once, and with what changed since the last
// few, for devices that have one of those. Kept by the feature as long as the list is the same.
#pragma once

#include "app/server/response.hpp"
#include "plugins/local_offer/model/offer_list.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alongside::local_offer {

class ListAnswer {
 public:
  // As a frame. Compressing 3,000 services takes a third of a second, so whoever asks first after an import waits.
  server::Response answer(const OfferList& list);

 private:
  static constexpr std::size_t most_earlier = 4;
  struct Edition {
    std::string etag;
    std::shared_ptr<const std::string> frame;
  };
  void make(const OfferList& list);

  std::optional<std::uint64_t> version_;
  Edition now_;
  std::shared_ptr<const std::string> brotli_;
  std::shared_ptr<const std::vector<server::EarlierAnswer>> changes_;
  std::deque<Edition> earlier_;  // the newest first
};

}  // namespace alongside::local_offer
