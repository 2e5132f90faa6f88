// SpendRulesReader: what the council says to everybody about what the money may buy, rule by rule; as it was last read
// on this device when there is no network. Owned by the plugin.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "plugins/direct_payments/model/spending/spend_rule.hpp"

namespace alongside {
class Host;
}

namespace alongside::direct_payments {

class SpendRulesReader {
 public:
  explicit SpendRulesReader(Host& host) : host_(host) {}

  // Asks the council, once while the application is open. The plugin lives as long as the host's answers.
  void begin();
  // Null until they are there.
  const SpendRules* rules();
  bool has_failed() const { return has_failed_; }

 private:
  void take(const Result<Bytes>& reply);
  void keep();

  Host& host_;
  SpendRules rules_;
  bool has_begun_ = false, has_failed_ = false;
  bool is_read_ = false;  // from the council or from this device
  Bytes fetched_;         // and not kept yet: nobody may be signed in when it comes
};

}  // namespace alongside::direct_payments
