using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>A subscription or projector.</summary>
internal sealed record Subscriber(SubscriberKind Form, INamedTypeSymbol Type, AttributeData Attribute, IReadOnlyList<SubscriberHandler> Methods)
    : HandlingType(Form.Name, Type, Attribute, [.. Methods.Select(method => method.Common)], EventInterest.Of(Attribute))
{
    public override bool HandlesAll => SubscriptionShape.FindBatchHandler(Methods) is not null;

    /// <summary>The type of transaction that its handlers take; null where none takes one.</summary>
    public ITypeSymbol? Transaction => Methods.Select(method => method.Transaction).FirstOrDefault(transaction => transaction is not null);

    public static new IEnumerable<Subscriber> Of(INamedTypeSymbol type) =>
        from kind in SubscriberKind.All
        let attribute = type.Find(kind.Attribute)
        where attribute is not null
        select new Subscriber(kind, type, attribute, [.. SubscriptionShape.Handlers(type, kind)]);

    public override string Signature(string @event, string task, Func<ITypeSymbol, string> name) => Form.TakesTransaction
        ? $"{task} {Form.Method}({@event} e, {(Transaction is { } transaction ? name(transaction) : "TTransaction")} transaction)"
        : $"{task} {Form.Method}({@event} e)";
}
