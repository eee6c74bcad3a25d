using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Foldstream;

/// <summary>One measured operation: an activity where somebody follows, and a duration with its outcome.</summary>
internal sealed class Operation(Activity? activity, Histogram<double> duration, string category, string? kind = null) : IDisposable
{
    private readonly long start = Stopwatch.GetTimestamp();
    private string outcome = "error";

    public void Tell(string name, long number) => activity?.SetTag(name, number);

    public void End(string how) => outcome = how;

    public void Fail(Exception error)
    {
        outcome = Outcome.Of(error);
        // The message may name a stream; the type may not.
        activity?.SetTag("error.type", error.GetType().FullName);
        if (outcome == "error")
            activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        var tags = new TagList { { "foldstream.category", category }, { "foldstream.outcome", outcome } };
        if (kind is not null)
            tags.Add("foldstream.store", kind);
        duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
        if (activity is null)
            return;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        activity.Dispose();
    }
}
