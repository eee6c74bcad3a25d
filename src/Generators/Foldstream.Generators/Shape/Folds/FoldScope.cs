using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>
/// Which types a fold is made of: the type itself with its base types and nested ones, its events, the types of what events and
/// state hold, and the converters that the user wrote for them. Their code is followed; the rest of the application is elsewhere.
/// </summary>
internal sealed class FoldScope
{
    private readonly HashSet<INamedTypeSymbol> own = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> shapes = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol self;

    public FoldScope(FoldSubject subject)
    {
        self = subject.Type;
        foreach (var type in BaseTypes.AndSelf(self))
            own.Add(type.OriginalDefinition);
        Add(self);
        foreach (var @event in subject.Events)
            Add(@event);
    }

    /// <summary>The types whose shape is part of the fold, generic ones by their definition.</summary>
    public IReadOnlyCollection<INamedTypeSymbol> Shapes => shapes;

    /// <summary>The members of such a type that are part of the fold whether they are named or not.</summary>
    public IEnumerable<ISymbol> Always(INamedTypeSymbol shape) => own.Contains(shape)
        ? FoldData.Of(shape).Concat(FoldData.StaticConstructors(shape))
        : FoldData.Of(shape).Concat(FoldData.CodeBehind(shape));

    public FoldCoverage CoverageOf(ISymbol member)
    {
        if (member is IDynamicTypeSymbol)
            return FoldCoverage.Elsewhere;
        if (member.ContainingType?.OriginalDefinition is not { } type || IsNamed(member, type))
            return FoldCoverage.Named;
        if (Implementations(member) is { Count: > 0 } implementations)
            return implementations.TrueForAll(implementation => CoverageOf(implementation) != FoldCoverage.Elsewhere) ? FoldCoverage.Followed : FoldCoverage.Elsewhere;
        if (!IsOwn(type) && !shapes.Contains(type))
            return FoldData.IsPlain(member) && !RunsInitialisers(member, type) ? FoldCoverage.Named : FoldCoverage.Elsewhere;
        if (member.DeclaringSyntaxReferences.IsEmpty || member.IsImplicitlyDeclared)
            return FoldData.IsPlain(member) ? FoldCoverage.Named : FoldCoverage.Elsewhere;
        return IsReadable(member, type) ? FoldCoverage.Followed : FoldCoverage.Elsewhere;
    }

    /// <summary>What runs in the place of a virtual member: the overrides along the type's own line; of an interface's, what the types of the fold implement it by.</summary>
    public IEnumerable<ISymbol> Overrides(ISymbol member) => member is { IsVirtual: false, IsAbstract: false, IsOverride: false }
        ? []
        : BaseTypes.AndSelf(self).SelectMany(type => type.GetMembers(member.Name)).Where(candidate => Overridden(candidate).Any(
            overridden => SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member))).Concat(Implementations(member));

    // A handler that takes an interface of its events sees no others than them.
    private List<ISymbol> Implementations(ISymbol member) => member is { IsAbstract: true, IsStatic: false, ContainingType: { TypeKind: TypeKind.Interface, IsGenericType: false } }
        ? [.. shapes.Where(shape => shape.TypeKind is TypeKind.Class or TypeKind.Struct).Select(shape => shape.FindImplementationForInterfaceMember(member)).OfType<ISymbol>()]
        : [];

    private static IEnumerable<ISymbol> Overridden(ISymbol member)
    {
        for (var overridden = Base(member); overridden is not null; overridden = Base(overridden))
            yield return overridden;

        static ISymbol? Base(ISymbol member) => member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
    }

    private static bool IsNamed(ISymbol member, INamedTypeSymbol type) =>
        member is IFieldSymbol { HasConstantValue: true }
        || type.TypeKind is TypeKind.Delegate or TypeKind.Error
        || type.IsAnonymousType
        || BaseLibrary.Holds(type)
        || (IsConstructor(member) && IsException(type)); // What throws leads to no state.

    private static bool RunsInitialisers(ISymbol member, INamedTypeSymbol type) => IsConstructor(member) && type.TypeKind == TypeKind.Class;

    private static bool IsConstructor(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private bool IsOwn(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (own.Contains(current.OriginalDefinition))
                return true;
        }

        return false;
    }

    // Members of other generators have no code yet when the fingerprint is taken; our own say nothing of the fold.
    private bool IsReadable(ISymbol member, INamedTypeSymbol type) => member switch
    {
        _ when !GeneratedCode.IsWrittenByUser(member) => AggregateShape.ReservedMembers.Contains(member.Name, StringComparer.Ordinal),
        IMethodSymbol { IsPartialDefinition: true } method => FoldPart.Of(method).Any() || method.Find(KnownTypes.GeneratedRegexAttribute) is not null,
        { IsAbstract: true } => own.Contains(type) || type.Find(KnownTypes.JsonDerivedTypeAttribute) is not null,
        _ => true,
    };

    private void Add(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
            Add(array.ElementType);
        if (type is not INamedTypeSymbol named)
            return;
        foreach (var argument in named.TypeArguments)
            Add(argument);
        var definition = named.OriginalDefinition;
        if (definition.TypeKind is not (TypeKind.Delegate or TypeKind.Error) && !BaseLibrary.IsFramework(definition) && shapes.Add(definition))
            AddParts(definition);
    }

    // What a user's converter reads is what the handlers see; a generated one follows from the shape.
    private void AddConverter(ISymbol symbol)
    {
        if (symbol.Find(KnownTypes.JsonConverterAttribute)?.First<INamedTypeSymbol>() is { } converter && GeneratedCode.IsWrittenByUser(converter))
            Add(converter);
    }

    private void AddParts(INamedTypeSymbol shape)
    {
        Add(shape.BaseType);
        AddConverter(shape);
        foreach (var member in FoldData.Of(shape))
        {
            Add(FoldData.TypeOf(member));
            AddConverter(member);
        }

        foreach (var derived in shape.GetAttributes().Where(attribute => attribute.Is(KnownTypes.JsonDerivedTypeAttribute)))
            Add(derived.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol);
    }
}
