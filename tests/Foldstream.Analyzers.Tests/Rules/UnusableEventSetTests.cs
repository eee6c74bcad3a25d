using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.UnusableEventSetRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnusableEventSetTests
{
    [Theory]
    [InlineData("object", "everything derives from it")]
    [InlineData("int", "nothing can derive from it")]
    [InlineData("Opened", "nothing can derive from it")]
    [InlineData("Opened[]", "nothing can derive from it")]
    [InlineData("DayOfWeek", "nothing can derive from it")]
    [InlineData("Static", "nothing can derive from it")]
    [InlineData("IDisposable", "it belongs to the framework, and says nothing of events")]
    public async Task The_reason_is_named(string type, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            $$"""
            using Foldstream;
            public static class Static;
            [Event("opened")] public sealed record Opened;
            [Aggregate("account", Events = [|typeof({{type}})|])] public partial class Account { private void Apply(Opened e) { } }
            """);

        Assert.Equal([$"'{type}' cannot be the base type of the events of aggregate 'Account', because {reason}: name an interface or a base record that they all have"], found.Messages());
    }

    [Fact]
    public async Task Interfaces_and_base_records_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public interface IAccountEvent;
        public abstract record Base;
        public interface IEventOf<T>;
        [Aggregate("account", Events = typeof(IAccountEvent))] public partial class Account;
        [Aggregate("order", Events = typeof(Base))] public partial class Order;
        [Aggregate("cart", Events = typeof(IEventOf<>))] public partial class Cart;
        [Aggregate("shop", Events = typeof(IEventOf<Shop>))] public partial class Shop;
        [Aggregate("town", Events = null)] public partial class Town;
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0036
        [Aggregate("account", Events = typeof(object))] public partial class Account;
        """);

    [Theory]
    [InlineData("Of = [|typeof(Opened)|]", "'Opened' cannot be the source of the events of subscription 'Mailer', because it is neither an aggregate nor a decider: name a type that is marked with [Aggregate] or [Decider], or the base type of the events by 'Events'")]
    [InlineData("Events = [|typeof(Opened)|]", "'Opened' cannot be the base type of the events of subscription 'Mailer', because nothing can derive from it: name an interface or a base record that they all have")]
    public async Task The_set_of_a_subscription_is_that_of_an_aggregate_or_of_a_base_type(string declared, string message)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            "using Foldstream; [Event(\"opened\")] public sealed record Opened; "
            + $"[Subscription(\"mailer\", {declared})] public partial class Mailer {{ void Handle(Opened e) {{ }} }}");

        Assert.Equal([message], found.Messages());
    }

    [Fact]
    public async Task The_events_of_an_aggregate_that_was_built_without_the_generator_are_not_known()
    {
        var library = Library.WithoutGenerators("using Foldstream; [Event(\"opened\")] public sealed record Opened; [Aggregate(\"box\")] public class Box { private void Apply(Opened e) { } }");

        var found = await library.AnalyzeAsync(new UnusableEventSetRule(), "[Foldstream.Subscription(\"mailer\", Of = typeof(Box))] partial class Mailer;");

        Assert.Equal(
            ["'Box' cannot be the source of the events of subscription 'Mailer', because it declares no base type, and its assembly was built without the generator, which would list its events: "
                + "name a type that is marked with [Aggregate] or [Decider], or the base type of the events by 'Events'"],
            found.Messages());
    }
}
