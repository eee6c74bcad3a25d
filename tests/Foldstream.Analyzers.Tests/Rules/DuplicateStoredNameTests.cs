using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.DuplicateStoredNameRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class DuplicateStoredNameTests
{
    [Fact]
    public async Task Two_events_of_one_name_are_both_found_and_name_each_other()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event([|"opened"|])] public sealed record Opened;
            namespace Bank { [Event([|"opened"|])] public sealed record AccountOpened; }
            """);

        Assert.StartsWith("'Opened' and 'AccountOpened' are both stored as 'opened'", found.Messages().First(), StringComparison.Ordinal);
        Assert.StartsWith("'AccountOpened' and 'Opened' are both stored as 'opened'", found.Messages().Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_differ_by_case_alone_are_two_names() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Event("Opened")] public sealed record Opened2;
        [Event("")] public sealed record Nameless;
        [Event("")] public sealed record Nameless2;
        """);

    [Fact]
    public async Task Versions_of_one_name_are_one_event() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record OpenedV1;
        [Event("opened", Version = 2)] public sealed record Opened;
        """);

    [Fact]
    public async Task Versions_of_one_name_in_two_assemblies_are_two_events()
    {
        var library = Library.Of("namespace Shared; [Foldstream.Event(\"opened\", Version = 2)] public sealed record Opened; [Foldstream.Event(\"closed\")] public sealed record Closed;");

        var found = await library.AnalyzeAsync(
            new DuplicateStoredNameRule(),
            """
            using Foldstream;
            [Event("opened")] public sealed record AccountOpened;
            [Aggregate("account")] [Ignores<Shared.Closed>] public partial class Account { void Apply(AccountOpened e) { } }
            """);

        Assert.StartsWith("'AccountOpened' and 'Shared.Opened' are both stored as 'opened'", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_assemblies_whose_events_are_not_handled_are_left_alone() => Assert.Empty(
        await Library.Of("namespace Shared; [Foldstream.Event(\"opened\")] public sealed record Opened;").AnalyzeAsync(
            new DuplicateStoredNameRule(), "using Foldstream; [Event(\"opened\")] public sealed record AccountOpened;"));

    [Fact]
    public async Task Two_other_assemblies_of_one_name_meet_where_their_events_are_handled()
    {
        var first = Library.Of("namespace First; [Foldstream.Event(\"opened\")] public sealed record Opened; [Foldstream.Event(\"a\")] public sealed record A;", "First");
        var second = Library.Of("namespace Second; [Foldstream.Event(\"opened\")] public sealed record Opened; [Foldstream.Event(\"b\")] public sealed record B;", "Second");

        var found = await Library.AnalyzeAsync(
            new DuplicateStoredNameRule(),
            "[Foldstream.Aggregate(\"account\")] public partial class Account { void Apply(First.A e) { } void Apply(Second.B e) { } }",
            first,
            second);

        Assert.StartsWith("'Second.Opened' and 'First.Opened' are both stored as 'opened'", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_aggregate_that_handles_two_events_of_one_name_is_told_even_where_one_comes_from_elsewhere()
    {
        var library = Library.Of("namespace Shared; [Foldstream.Event(\"opened\")] public sealed record Opened;");

        var found = await library.AnalyzeAsync(
            new DuplicateStoredNameRule(),
            """
            using Foldstream;
            [Event("opened")] public sealed record AccountOpened;
            [Aggregate("account")] public partial class Account { void Apply(AccountOpened e) { } void Apply(Shared.Opened e) { } }
            [Aggregate("customer")] public partial class Customer { void Apply(Shared.Opened e) { } }
            """);

        Assert.StartsWith("'AccountOpened' and 'Shared.Opened' are both stored as 'opened'", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0004
        [Event("opened")] public sealed record Opened;
        [Event("opened")] public sealed record AccountOpened;
        """);
}
