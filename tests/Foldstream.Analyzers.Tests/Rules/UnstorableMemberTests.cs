using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.UnstorableMemberRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnstorableMemberTests
{
    [Theory]
    [InlineData("record Opened(object [|Owner|]);", "'Owner' of event 'Opened' can be anything: give it the type that it really has")]
    [InlineData("record Opened((int, int) [|Place|]);", "'Place' of event 'Opened' is a tuple: declare a record with named properties for it")]
    [InlineData("record Opened(List<Line> [|Lines|]);", "'Lines[].Price' of event 'Opened' can be anything: give it the type that it really has")]
    [InlineData("record Opened(Dictionary<double, string> [|Names|]);", "'Names' of event 'Opened' has keys of type 'double': use strings, Guids, integers, enums, or [EventValue] types of these as keys")]
    [InlineData("record Opened(SortedSet<int> [|Set|]);", "'Set' of event 'Opened' is a collection of a type that events cannot hold, 'SortedSet<int>': use an array, List<T>, HashSet<T>, Dictionary<TKey, TValue>, an interface of these, ImmutableArray<T>, ImmutableList<T>, ImmutableHashSet<T> or ImmutableDictionary<TKey, TValue>, or leave it to a JsonSerializerContext that lists it and that [assembly: EventJson(typeof(…))] names")]
    [InlineData("class Opened { public int [|Count|]; }", "'Count' of event 'Opened' is a public field, which is not written: make it a property, or leave it out with [JsonIgnore]")]
    [InlineData("class [|Opened|] : Exception;", "Event 'Opened' inherits members from 'Exception' of .NET, which is not supported: hold what 'Opened' needs in members of its own")]
    [InlineData("record Opened { [System.Text.Json.Serialization.JsonInclude] public string? [|Owner|] { get; init; } }", "'Owner' of event 'Opened' is marked with [JsonInclude], which is not supported on events: remove [JsonInclude], and name and type the member as it shall be stored")]
    public async Task What_cannot_be_stored_is_named_with_the_way_out(string declaration, string message)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            "using Foldstream; public record Line(object Price); [Event(\"opened\")] public " + declaration);

        Assert.Equal([message], found.Messages());
    }

    [Fact]
    public async Task What_is_wrong_inside_of_another_event_is_told_at_both() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(object [|Owner|]);
        [Event("reopened")] public sealed record Reopened(Opened [|First|]);
        """);

    [Fact]
    public async Task Events_of_what_can_be_stored_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public enum Kind { A, B }
        public sealed record Line(string Text, decimal Price);
        [Event("opened")] public sealed record Opened(string Owner, decimal? Limit, Kind Kind, DateOnly Day, IReadOnlyList<Line> Lines, Dictionary<string, int[]> Rates);
        public sealed record Other(object Anything);
        """);

    [Fact]
    public async Task Types_that_are_no_events_at_all_are_left_to_their_rules() => await Verify.VerifyAnalyzerAsync(
        "using Foldstream; [Event(\"opened\")] public abstract record Opened(object Owner);");

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0013
        [Event("opened")] public sealed record Opened(object Owner);
        """);
}
