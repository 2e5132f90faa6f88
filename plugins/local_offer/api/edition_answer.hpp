// EditionAnswer: something large of the whole offer, as every device fetches it: made and compressed once, and with
// what changed since the last few editions, for devices that have one of those. The feature has one for the list and
// one for the details, and keeps each as long as the offer is the same.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/server/response.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alongside::local_offer {

class EditionAnswer {
 public:
  // `frame` is called when there is another version than last time. Compressing 3,000 services takes a third of a
  // second, so whoever asks first after an import waits. Fails as `frame` does; the next one who asks tries again.
  Result<server::Response> answer(std::uint64_t version, const std::function<Result<Bytes>()>& frame);

 private:
  static constexpr std::size_t most_earlier = 4;
  struct Edition {
    std::string etag;
    std::shared_ptr<const std::string> frame;
  };
  void take(const Bytes& frame);

  std::optional<std::uint64_t> version_;
  Edition now_;
  std::shared_ptr<const std::string> brotli_;
  std::shared_ptr<const std::vector<server::EarlierAnswer>> changes_;
  std::deque<Edition> earlier_;  // the newest first
};

}  // namespace alongside::local_offer
