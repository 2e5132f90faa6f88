// RulesReader: what the council asks of a return, from its guide; as it was last read on this device when there is no
// network. Owned by the plugin, shared by its pages.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "plugins/direct_payments/model/guide.hpp"

namespace alongside {
class Host;
}

namespace alongside::direct_payments {

class RulesReader {
 public:
  explicit RulesReader(Host& host) : host_(host) {}

  // Asks the council, once while the application is open. The plugin lives as long as the host's answers.
  void begin();
  // A guide without rules until one is there.
  const Guide& guide();

 private:
  void take(const Result<Bytes>& reply);
  void keep();

  Host& host_;
  Guide guide_;
  bool has_begun_ = false;
  bool is_read_ = false;  // from the council or from this device
  Bytes fetched_;         // and not kept yet: nobody may be signed in when it comes
};

}  // namespace alongside::direct_payments
