#include "app/server/metrics/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <limits>

namespace alongside::server {

// The registry lives longer than the families in it.
struct Metrics::Families {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("alongside_requests_total")
                                                          .Help("Answers sent, by route and status.")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& times = prometheus::BuildHistogram()
                                                         .Name("alongside_request_seconds")
                                                         .Help("From a request's first byte to its answer's last.")
                                                         .Register(registry);
  prometheus::Family<prometheus::Counter>& failures = prometheus::BuildCounter()
                                                          .Name("alongside_measure_failures_total")
                                                          .Help("Figures that could not be read.")
                                                          .Register(registry);
};

Metrics::Metrics(const Measures& measures) : measures_(measures), families_(std::make_unique<Families>()) {}

Metrics::~Metrics() = default;

void Metrics::note(const AnsweredRequest& request) {
  const std::string route(request.route);
  families_->requests
      .Add({{"method", std::string(request.method)}, {"route", route}, {"status", std::to_string(request.status)}})
      .Increment();
  static const prometheus::Histogram::BucketBoundaries seconds = {0.001, 0.005, 0.02, 0.1, 0.5, 2, 10};
  families_->times.Add({{"route", route}}, seconds).Observe(request.taken.count());
}

void Metrics::read_measures() {
  for (const Measure& measure : measures_.all()) {
    const auto value = measure.read();
    if (!value) families_->failures.Add({{"measure", measure.name}}).Increment();
    prometheus::BuildGauge()
        .Name("alongside_" + measure.name)
        .Help(measure.help)
        .Register(families_->registry)
        .Add({})
        .Set(value ? value.value() : std::numeric_limits<double>::quiet_NaN());
  }
}

std::string Metrics::text() {
  read_measures();
  return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace alongside::server
