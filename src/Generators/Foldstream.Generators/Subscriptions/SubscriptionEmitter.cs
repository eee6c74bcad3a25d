using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Generators;

/// <summary>Prints the generated part of a subscription or projector.</summary>
internal static class SubscriptionEmitter
{
    private const string Runtime = "global::Foldstream";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string Token = "global::System.Threading.CancellationToken cancellationToken";
    private const string EventList = $"global::System.Collections.Generic.IReadOnlyList<{Runtime}.TypedEvent> events";

    public static SourceText Emit(SubscriptionModel subscription)
    {
        var contract = subscription.Transaction is { } transaction ? $"{Runtime}.IProjector<{transaction}>" : $"{Runtime}.ISubscriber";
        return subscription.Nesting.Continue(contract, members =>
        {
            EmitDefinition(members, subscription, contract);
            EmitRoute(members, subscription, contract);
            EmitCalls(members, subscription, contract);
            if (subscription.Transaction is null)
                EmitBatch(members, subscription, contract);
        }).ToSourceText();
    }

    // global::Foldstream.SubscriptionDefinition global::Foldstream.ISubscriber.Definition { get; } = new(
    //     "mailer", "account",
    //     [
    //         "account-opened",
    //     ]);
    private static void EmitDefinition(SourceWriter writer, SubscriptionModel subscription, string contract) => writer
        .Line($"{Runtime}.SubscriptionDefinition {contract}.Definition {{ get; }} = new(")
        .Indented(arguments => arguments
            .Line($"{GeneratedFile.Literal(subscription.Name)}, {(subscription.Category is { } category ? GeneratedFile.Literal(category) : "null")},")
            .Line("[")
            .Indented(names => names.Lines(subscription.Events.Select(item => GeneratedFile.Literal(item.StoredName) + ",")))
            .Line(subscription.TakesBatches ? "], TakesBatches: true);" : "]);"));

    // global::Foldstream.RoutedEvent global::Foldstream.ISubscriber.Route(in global::Foldstream.StoredEvent stored) => stored.Type.Name switch
    // {
    //     "account-opened" => new(0, global::AccountOpenedJsonConverter.Definition.Read(stored)),
    //     "statement-printed" => global::Foldstream.RoutedEvent.Ignored, // [Ignores<StatementPrinted>]
    //     _ => throw global::Foldstream.UnknownEventException.For(stored, "subscription 'mailer'"),
    // };
    private static void EmitRoute(SourceWriter writer, SubscriptionModel subscription, string contract)
    {
        var reader = $"{(subscription.Transaction is null ? "subscription" : "projector")} '{subscription.Name}'";
        writer
            .Line()
            .Open($"{Runtime}.RoutedEvent {contract}.Route(in {Runtime}.StoredEvent stored) => stored.Type.Name switch")
            .Lines(subscription.Events.Select((item, number) =>
                $"{GeneratedFile.Literal(item.StoredName)} => new({(subscription.TakesBatches ? 0 : number)}, {item.Definition}.Read(stored)),"))
            .Lines(subscription.Ignored.Select(item => $"{GeneratedFile.Literal(item.StoredName)} => {Runtime}.RoutedEvent.Ignored, // [Ignores<{item.Type}>]"))
            .Line($"_ => throw {Runtime}.UnknownEventException.For(stored, {GeneratedFile.Literal(reader)}),")
            .Close(";");
    }

    // global::System.Threading.Tasks.ValueTask global::Foldstream.ISubscriber.HandleAsync(global::Foldstream.RoutedEvent routed, …)
    // {
    //     switch (routed.Handler)
    //     {
    //         case 0:
    //             return new global::System.Threading.Tasks.ValueTask(Handle((global::AccountOpened)routed.Event!, context, cancellationToken));
    //         default:
    //             throw …
    //     }
    // }
    private static void EmitCalls(SourceWriter writer, SubscriptionModel subscription, string contract)
    {
        var (asked, method, transaction) = subscription.Transaction is { } type
            ? ("ProjectAsync", SubscriberKind.Projector.Method, $"{type} transaction, ")
            : ("HandleAsync", SubscriberKind.Subscription.Method, "");
        var head = $"{ValueTask} {contract}.{asked}({Runtime}.RoutedEvent routed, {Runtime}.EventContext context, {transaction}{Token})";
        writer.Line();
        if (subscription.TakesBatches)
        {
            Refuse(writer, head, "This subscription takes batches.");
            return;
        }

        writer.Open(head).Open("switch (routed.Handler)");
        for (var number = 0; number < subscription.Events.Count; number++)
        {
            var (item, call) = (subscription.Events[number], subscription.Calls[number]);
            writer.Line($"case {number}:").Indented(body => EmitCall(body, $"{method}(({item.Type})routed.Event!{call.Arguments})", call.Returns));
        }

        writer
            .Line("default:")
            .Indented(body => body.Line("throw new global::System.ArgumentOutOfRangeException(nameof(routed), routed.Handler, \"There is no such handler: only what Route gave can be handled.\");"))
            .Close()
            .Close();
    }

    // global::System.Threading.Tasks.ValueTask global::Foldstream.ISubscriber.HandleAsync(global::System.Collections.Generic.IReadOnlyList<global::Foldstream.TypedEvent> events, …)
    // {
    //     return new global::System.Threading.Tasks.ValueTask(Handle(events, cancellationToken));
    // }
    private static void EmitBatch(SourceWriter writer, SubscriptionModel subscription, string contract)
    {
        var head = $"{ValueTask} {contract}.HandleAsync({EventList}, {Token})";
        writer.Line();
        if (subscription.TakesBatches)
            writer.Block(head, body => EmitCall(body, $"{SubscriberKind.Subscription.Method}(events{subscription.Calls[0].Arguments})", subscription.Calls[0].Returns));
        else
            Refuse(writer, head, "This subscription takes one event after the other.");
    }

    private static void Refuse(SourceWriter writer, string head, string reason) => writer
        .Line($"{head} =>")
        .Indented(body => body.Line($"throw new global::System.InvalidOperationException({GeneratedFile.Literal(reason)});"));

    private static void EmitCall(SourceWriter writer, string call, HandlerReturn returns) => writer.Lines(returns switch
    {
        HandlerReturn.Task => [$"return new {ValueTask}({call});"],
        HandlerReturn.ValueTask => [$"return {call};"],
        _ => [$"{call};", "return default;"],
    });
}
