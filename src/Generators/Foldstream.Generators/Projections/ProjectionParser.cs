using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the classes marked with <c>[Projection]</c>.</summary>
internal static class ProjectionParser
{
    /// <summary>The projection; null where the generator cannot serve it, which the rules explain.</summary>
    public static ProjectionModel? Parse(INamedTypeSymbol type)
    {
        if (!ProjectionShape.IsServable(type))
            return null;
        var handled = HandledEvent.Newest(ProjectionShape.HandledEvents(type)).ToList();
        var keys = ProjectionKey.Of(type);
        var types = new JsonTypes(type.ContainingAssembly);
        var state = new StateShape(type);
        return new ProjectionModel(
            TypeNesting.Of(type),
            ProjectionShape.Name(type)!,
            ProjectionShape.Category(type),
            ProjectionShape.IsSingleStream(type),
            ProjectionShape.IsCommutative(type),
            handled.Select(@event => Parse(type, @event, keys)).ToEquatableArray(),
            HandledEvent.OfIgnored(IgnoredEvents.Of(type), HandledEvent.Of(handled)),
            FieldParser.Parse(state, types),
            state.Members
                .Where(member => member.Symbol.Find(KnownTypes.IndexAttribute) is not null && FieldShape.IsIndexable(member, types))
                .Select(member => GeneratedFile.Literal(member.JsonName))
                .ToEquatableArray());
    }

    private static RoutedEventModel Parse(INamedTypeSymbol type, INamedTypeSymbol @event, IReadOnlyList<ProjectionKey> keys)
    {
        var handler = ProjectionShape.Handlers(type).First(handler => SymbolEqualityComparer.Default.Equals(handler.Event, @event)).Method;
        var key = ProjectionKey.For(@event, keys).FirstOrDefault();
        return new RoutedEventModel(
            HandledEvent.Of([@event])[0],
            EventParameters.TakeContext(handler),
            handler.Find(KnownTypes.DeletesDocumentAttribute) is not null,
            key is null ? null : Parse(key.Method, key.Value!));
    }

    private static RoutedKeyModel Parse(IMethodSymbol method, KeyValue value) => new(
        TypeNames.Escape(method.Name),
        EventParameters.TakeContext(method),
        value.IsMany,
        value.Form,
        value.Property is null ? null : TypeNames.Escape(value.Property.Name),
        value.IsNullable,
        value.Form == KeyValueForm.Enum ? ShapeName.Of(value.Value) : null);
}
